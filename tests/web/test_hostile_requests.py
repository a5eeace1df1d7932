"""What strangers send is answered with a refusal or a page, never with our failure; and every answer is armoured."""

from __future__ import annotations

import logging
import os
import subprocess
import sys

import pytest
from django.conf import settings

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "target", ["abc", "plan", "//jahat.example", "https://jahat.example/", "javascript:alert(1)"]
)
@pytest.mark.parametrize("address", ["/bahasa/", "/tema/"])
def test_the_way_back_is_a_path_of_ours_whatever_was_posted(client, address, target):
    answer = client.post(address, {"kembali": target})
    assert answer.status_code == 302 and answer["Location"] in {"/", target}
    assert not answer["Location"].startswith(("//", "http", "javascript"))


@pytest.mark.parametrize("address", ["/daerah/?provinsi=%00", "/daerah/?q=%00", "/rencana/?q=%00"])
def test_a_nul_in_a_question_finds_nothing(client, address):
    assert client.get(address).status_code == 200


@pytest.mark.parametrize("address", ["/undangan/%00/", "/rencana/a/tulis/inovasi/IN-01%00/", "/%00"])
def test_a_nul_in_an_address_is_refused(client, address):
    assert client.get(address).status_code == 400


def test_nobody_signs_in_as_a_nul(client):
    assert client.post("/latihan/masuk/", {"siapa": "\0"}).status_code == 404


@pytest.mark.parametrize("address", ["/", "/tidak-ada/", "/healthz", "/%00", "/statis/mark.svg"])
def test_every_answer_carries_the_policy(client, address):
    answer = client.get(address)
    assert "script-src 'self'" in answer["Content-Security-Policy"]
    assert (answer["X-Frame-Options"], answer["X-Content-Type-Options"]) == ("DENY", "nosniff")


def test_the_policy_stands_before_whatever_answers_by_itself():
    """Static files and redirects to https are answered by a middleware; what stands before it sees them too."""
    assert settings.MIDDLEWARE[0] == "haluan.web.middleware.Headers"


def test_a_foreign_host_is_refused_without_filling_the_log(client):
    written = []
    handler = logging.Handler()
    handler.emit = written.append
    logging.getLogger().addHandler(handler)
    try:
        assert client.get("/", headers={"host": "jahat.example"}).status_code == 400
    finally:
        logging.getLogger().removeHandler(handler)
    assert not [record for record in written if record.exc_info]


def test_the_number_of_a_failure_is_in_the_log(client, monkeypatch, caplog):
    monkeypatch.setattr("haluan.web.views.check_for_language", lambda _code: 1 / 0)
    client.raise_request_exception = False
    answer = client.post("/bahasa/", {"bahasa": "id"})
    report = answer.content.decode().partition("sebutkan laporan ")[2][:4]
    assert answer.status_code == 500 and f"Report {report}:" in caplog.text


def test_production_passes_the_deployment_check():
    environ = {
        "PATH": os.environ["PATH"],
        "DJANGO_SETTINGS_MODULE": "haluan.settings",
        "HALUAN_ENV": "production",
        "HALUAN_SECRET_KEY": "q8Zx71kLmN02pQrStUvWxYz3456789abcdefGHIJKLmnop12345678",
        "HALUAN_HOSTS": "haluan.contoh.go.id",
        "HALUAN_ORIGIN": "https://haluan.contoh.go.id",
        "HALUAN_DATA": str(settings.DATA),
        "DATABASE_URL": "postgresql://aplikasi@localhost/haluan",
        "SMTP_HOST": "surat.contoh.go.id",
        "SMTP_FROM": "haluan@contoh.go.id",
    }
    command = [sys.executable, "-m", "django", "check", "--deploy", "--fail-level", "WARNING"]
    done = subprocess.run(command, env=environ, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
