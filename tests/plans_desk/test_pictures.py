"""Pictures for the books: what is taken, what is refused, what remains of them, and who may see them."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from itertools import count

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from haluan.plans.models import Picture, picture
from tests.plans_app.making import SMALL, make_plan, make_region, make_user

pytestmark = pytest.mark.django_db
slugs = (f"gambar-{number}" for number in count(1))


def image(kind="PNG", size=(40, 30), mode="RGB", **saved) -> bytes:
    out = BytesIO()
    Image.new(mode, size, 120).save(out, kind, **saved)
    return out.getvalue()


def located() -> bytes:
    """A photo that tells where and with what it was taken."""
    exif = Image.Exif()
    exif[271] = "Kamera Rahasia"
    return image("JPEG", exif=exif, comment=b"rumah kepala desa")


def huge() -> bytes:
    """A PNG of a few bytes that says it is 100,000 pixels wide and high."""
    head = struct.pack(">IIBBBBB", 100_000, 100_000, 8, 2, 0, 0, 0)
    chunk = struct.pack(">I", 13) + b"IHDR" + head + struct.pack(">I", zlib.crc32(b"IHDR" + head))
    return b"\x89PNG\r\n\x1a\n" + chunk + image()[33:]


@pytest.fixture
def plan():
    return make_plan(SMALL, slug=next(slugs), public=False)


@pytest.fixture
def desk(client, plan):
    def sign_in(kind="coordinator", region=None):
        client.force_login(
            make_user(kind, region or make_region()),
            backend="allauth.account.auth_backends.AuthenticationBackend",
        )

    def send(content, name="foto.png", title="Bank sampah, 2025", **more):
        file = SimpleUploadedFile(name, content, "image/png")
        return client.post(f"/rencana/{plan.slug}/tulis/unggah/gambar/", {"file": file, "name": title} | more)

    sign_in()
    client.sign_in, client.send = sign_in, send
    return client


def test_a_picture_sent_in_becomes_a_figure_with_its_caption(desk, plan):
    answer = desk.send(image(), alternative="Karung di depan balai desa")
    assert answer.url == f"/rencana/{plan.slug}/tulis/gambar/#GB-01"
    figure = plan.document()["figures"][0]
    assert figure | {"digest": ""} == {
        "id": "GB-01",
        "title": "Bank sampah, 2025",
        "alternative": "Karung di depan balai desa",
        "media_type": "image/png",
        "digest": "",
    }
    assert plan.pictures(plan.document()).keys() == {figure["digest"]}
    assert plan.changesets.count() == 2, "one change set, like everything else"


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "RGBA", "LA", "I;16"])
def test_every_usual_kind_of_png_is_taken(desk, plan, mode):
    assert desk.send(image(mode=mode)).status_code == 302


def test_where_and_with_what_a_photo_was_taken_does_not_remain(desk, plan):
    sent = located() + b"<script>alert(1)</script>PK\x03\x04"
    assert b"Rahasia" in sent
    desk.send(sent, "foto.jpg")
    kept = bytes(Picture.objects.get(plan=plan).content)
    for secret in (b"Rahasia", b"kepala desa", b"script", b"PK\x03\x04"):
        assert secret not in kept
    assert Image.open(BytesIO(kept)).format == "JPEG"


def test_a_large_photo_is_made_as_large_as_print_needs(desk, plan):
    desk.send(image("JPEG", (4000, 3000)), "foto.jpg")
    kept = Picture.objects.get(plan=plan)
    assert (kept.width, kept.height) == (2600, 1950)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "bukan gambar PNG atau JPEG"),
        (b"GIF89a" + b"\0" * 100, "bukan gambar PNG atau JPEG"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "bukan gambar PNG atau JPEG"),
        (b"%PDF-1.7", "bukan gambar PNG atau JPEG"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 500, "rusak"),
        (b"\xff\xd8\xff" + b"\0" * 500, "rusak"),
        (image()[:60], "rusak"),
        (huge(), "megapiksel"),
    ],
)
def test_what_is_no_sound_picture_is_refused_with_what_to_do(desk, plan, content, why):
    answer = desk.send(content)
    assert answer.status_code == 422 and why in answer.content.decode()
    assert not Picture.objects.filter(plan=plan).exists() and plan.version == 1


def test_more_than_five_megabytes_are_refused_before_they_are_read(desk, plan):
    answer = desk.send(b"\x89PNG\r\n\x1a\n" + b"\0" * 6_000_000)
    assert answer.status_code == 413 and "5 MB" in answer.content.decode()


def test_a_plan_holds_no_more_pictures_than_its_books_can_carry(desk, plan, monkeypatch):
    monkeypatch.setattr(picture, "MOST_PICTURES", 1)
    desk.send(image())
    assert desk.send(image(size=(41, 30))).status_code == 422
    assert desk.send(image()).status_code == 302, "the same picture again takes no room"
    assert len(plan.document()["figures"]) == 2


def test_without_a_caption_nothing_is_kept(desk, plan):
    answer = desk.send(image(), title=" ")
    assert answer.status_code == 422 and "keterangan" in answer.content.decode()
    assert not Picture.objects.filter(plan=plan).exists()


def test_a_figure_gets_another_picture_and_keeps_its_number(desk, plan):
    desk.send(image())
    first = plan.document()["figures"][0]["digest"]
    assert desk.send(image("JPEG"), "baru.jpg", key="GB-01").url.endswith("/gambar/GB-01/")
    figure = plan.document()["figures"][0]
    assert figure["id"] == "GB-01" and figure["media_type"] == "image/jpeg" and figure["digest"] != first
    assert Picture.objects.filter(plan=plan).count() == 2, "older versions still show the first"


def test_figures_are_not_made_without_their_picture(desk, plan):
    for name in ("gambar", "diterima"):
        answer = desk.post(f"/rencana/{plan.slug}/tulis/tambah/{name}/", {"name": "Kosong"})
        assert answer.status_code == 404


def test_a_picture_is_seen_by_who_may_read_its_plan_and_runs_nothing(desk, client, plan):
    desk.send(image())
    address = f"/rencana/{plan.slug}/gambar/{plan.document()['figures'][0]['digest']}/"
    answer = client.get(address)
    assert answer["Content-Type"] == "image/png" and answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert answer["Cache-Control"] == "private, max-age=31536000, immutable"
    assert client.get(address, headers={"if-none-match": answer["ETag"]}).status_code == 304
    client.logout()
    assert client.get(address).status_code == 403
    other = make_plan(SMALL, slug=next(slugs))
    assert client.get(address.replace(plan.slug, other.slug)).status_code == 404
    plan.public = True
    plan.save()
    assert client.get(address)["Cache-Control"].startswith("public")


def test_who_does_not_write_sends_no_pictures(desk, plan):
    desk.sign_in("mentor")
    assert desk.send(image()).status_code == 403
    desk.sign_in("coordinator", make_region("99.71", "Kota Lain"))
    assert desk.send(image()).status_code == 403


def test_deleting_a_figure_tells_which_chapters_show_it(desk, plan):
    desk.send(image())
    base = f"/rencana/{plan.slug}/tulis/"
    desk.post(base + "tambah/bab/", {"name": "Latar belakang", "book": "I", "place": "opening"})
    desk.post(base + "bab/BB-01/", {"was:body": "", "now:body": "Lihat.\n\n![](GB-01)"})
    said = desk.get(base + "hapus/gambar/GB-01/").content.decode()
    assert "masih ditempatkan" in said and "Latar belakang" in said
