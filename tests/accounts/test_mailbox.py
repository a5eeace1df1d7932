"""In training e-mail is kept and shown; in production neither page nor backend works."""

from __future__ import annotations

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.mail import send_mail
from django.test import Client
from django.test.utils import override_settings

from haluan.accounts.models import Letter
from tests.accounts.making import person, signed_in

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("kept"),
]


@pytest.fixture
def kept():
    with override_settings(EMAIL_BACKEND="haluan.accounts.mail.Mailbox"):
        yield


def test_a_letter_is_read_by_the_person_it_went_to() -> None:
    user = person()
    send_mail("Kabar baik", "Buka http://localhost:8000/kerja/ sekarang", None, [user.email])
    page = signed_in(user).get("/surat/").content.decode()
    assert "Kabar baik" in page
    assert 'href="http://localhost:8000/kerja/"' in page
    assert "Kabar baik" not in signed_in(person()).get("/surat/").content.decode()


def test_without_signing_in_only_letters_to_made_up_addresses_are_shown(client: Client) -> None:
    send_mail("Untuk rekaan", "isi", None, ["siapa@latihan.example"])
    send_mail("Untuk yang nyata", "isi", None, ["orang@kota.go.id"])
    page = client.get("/surat/").content.decode()
    assert "Untuk rekaan" in page
    assert "Untuk yang nyata" not in page


def test_the_newest_is_first(client: Client) -> None:
    send_mail("Lama", "isi", None, ["siapa@latihan.example"])
    send_mail("Baru", "isi", None, ["siapa@latihan.example"])
    page = client.get("/surat/").content.decode()
    assert page.index("Baru</h2>") < page.index("Lama</h2>")


def test_a_letter_cannot_carry_a_script(client: Client) -> None:
    send_mail("<script>1</script>", "<script>2</script>", None, ["siapa@latihan.example"])
    assert (
        "<script>" not in client.get("/surat/").content.decode().partition("<main")[2].partition("</main>")[0]
    )


def test_production_shows_no_letters_and_keeps_none(client: Client) -> None:
    with override_settings(TRAINING=False, SECURE_SSL_REDIRECT=False):
        assert client.get("/surat/").status_code == 404
        with pytest.raises(ImproperlyConfigured):
            send_mail("Kabar", "isi", None, ["siapa@latihan.example"])
    assert not Letter.objects.exists()
