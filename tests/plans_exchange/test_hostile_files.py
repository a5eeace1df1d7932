"""What must not be opened is refused in one sentence, quickly, and nothing of it is kept."""

from __future__ import annotations

import io
import time
import zipfile

import pytest
from django.conf import settings
from django.urls import reverse

from haluan.plans.models import Intake
from tests.importing import zoo
from tests.masterplan.sheet_books import Book
from tests.plans_app.making import SMALL, make_plan, make_user

from .making import programmes, send

pytestmark = pytest.mark.django_db
SLUG = "contoh"


def with_part(raw: bytes, name: str, content: bytes) -> bytes:
    spoiled = io.BytesIO(raw)
    with zipfile.ZipFile(spoiled, "a", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr(name, content)
    return spoiled.getvalue()


LINK = (
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLinkPath" '
    b'Target="https://rekaan.invalid/buku.xlsx" TargetMode="External"/></Relationships>'
)
SPOILED = {
    "a bomb": zoo.bomb,
    "a bomb in a workbook of ours": lambda: with_part(
        Book(SMALL).xlsx(), "xl/media/x.xml", b" " * 60_000_000
    ),
    "a macro": lambda: with_part(programmes(), "xl/vbaProject.bin", b"rekaan"),
    "a macro in Word": zoo.with_macro,
    "an external link": lambda: with_part(
        programmes(), "xl/externalLinks/_rels/externalLink1.xml.rels", LINK
    ),
    "a template elsewhere": zoo.outside_template,
    "entities": zoo.entities,
    "a password": zoo.locked,
    "a PDF": lambda: b"%PDF-1.7 rekaan",
    "half a file": zoo.cut_short,
    "bytes of no kind": lambda: bytes(range(256)) * 40,
    "nothing": bytes,
}


@pytest.fixture
def coordinator(client):
    plan = make_plan(slug=SLUG)
    client.force_login(make_user("coordinator", plan.region))


@pytest.mark.parametrize("what", SPOILED)
def test_it_is_refused_at_once_with_the_reason_and_nothing_is_kept(client, coordinator, what):
    raw = SPOILED[what]()
    began = time.process_time()
    response = send(client, SLUG, raw, "laporan.xlsx")
    assert time.process_time() - began < 2
    text = response.content.decode()
    assert response.status_code == 422 and 'role="alert"' in text and "laporan.xlsx:" in text
    assert "Tidak ada yang disimpan." in text
    assert not Intake.objects.exists()


def test_a_file_is_what_its_bytes_say_and_not_its_name(client, coordinator):
    assert send(client, SLUG, programmes(), "foto.docx").status_code == 302
    assert Intake.objects.get().name == "foto.docx"


def test_a_request_larger_than_a_file_may_be_is_not_even_read(client, coordinator):
    response = send(client, SLUG, bytes(settings.UPLOAD_LIMIT + 200_000))
    assert response.status_code == 413 and "terlalu besar" in response.content.decode()
    little_more = send(client, SLUG, bytes(settings.UPLOAD_LIMIT + 1000))
    assert little_more.status_code == 422 and "lebih dari 24 MB" in little_more.content.decode()
    assert not Intake.objects.exists()


def test_the_name_of_a_file_is_shown_as_text(client, coordinator):
    text = send(client, SLUG, b"%PDF-1.7", "<script>alert(1)<b>.xlsx").content.decode()
    assert "<script>alert(1)" not in text


def test_the_site_takes_no_file_that_the_guard_would_not_open():
    from masterplan.opening import MAX_FILE

    assert settings.UPLOAD_LIMIT <= MAX_FILE


def test_neither_text_nor_file_is_asked_for_again(client, coordinator):
    response = client.post(reverse("plan-import", args=[SLUG]), {"teks": "  "})
    assert response.status_code == 422 and "Pilih satu berkas" in response.content.decode()
