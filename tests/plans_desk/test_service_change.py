"""The change of a service is written in two fields, and the text keeps the form its author gave it."""

from __future__ import annotations

import pytest

from tests.plans_app.making import SMALL, make_plan, make_region, make_user

pytestmark = pytest.mark.django_db
SAID = "Dulu warga antre dua jam, kini datang pada jamnya."


@pytest.fixture
def desk(client):
    plan = make_plan(
        {**SMALL, "innovations": [{**SMALL["innovations"][0], "service_change": SAID}]}, slug="berubah"
    )
    client.force_login(
        make_user("coordinator", make_region()), backend="allauth.account.auth_backends.AuthenticationBackend"
    )
    return plan, "/rencana/berubah/tulis/inovasi/IN-01/"


def test_both_halves_are_shown_and_one_is_rewritten_in_its_place(client, desk):
    plan, address = desk
    page = client.get(address).content.decode()
    assert "warga antre dua jam</textarea>" in page
    assert "datang pada jamnya.</textarea>" in page
    typed = {
        "base:service_change": SAID,
        "now:service_change.before": "warga antre dua jam",
        "now:service_change.after": "datang pada\r\njam pilihannya.",
    }
    said = client.post(address, typed, headers={"accept": "application/json"}).json()
    after = "Dulu warga antre dua jam, kini datang pada\njam pilihannya."
    assert said["bases"]["service_change"] == after
    assert said["fields"]["service_change.after"] == "datang pada\njam pilihannya."
    assert plan.document()["innovations"][0]["service_change"] == after


def test_a_save_that_changes_neither_half_changes_nothing(client, desk):
    plan, address = desk
    typed = {
        "base:service_change": SAID,
        "now:service_change.before": "warga antre dua jam",
        "now:service_change.after": "datang pada jamnya.",
    }
    assert client.post(address, typed, headers={"accept": "application/json"}).json()["number"] == 0
    assert plan.version == 1
