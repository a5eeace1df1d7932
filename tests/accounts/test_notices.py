"""Notices, and the daily digest that never comes twice nor in quiet hours."""

from __future__ import annotations

import threading
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.core import mail
from django.db import IntegrityError, connection, transaction

from haluan.accounts import notices
from haluan.accounts.models import Notice, NoticeChoice, User
from tests.accounts.making import person, signed_in

pytestmark = pytest.mark.django_db
WIB, WIT = ZoneInfo("Asia/Jakarta"), ZoneInfo("Asia/Jayapura")


def at(hour: int, minute: int = 0, day: int = 24, zone: ZoneInfo = WIB) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=zone)


def told(user: User, what: str = "Rencana Anda dikomentari") -> Notice:
    return notices.notify(user, what=what, why="Pembimbing menulis tentang MS-03.", url="/kerja/")


def choose(user: User, **fields: object) -> None:
    NoticeChoice.objects.update_or_create(user=user, defaults=fields)


def test_a_notice_is_listed_opened_and_then_read() -> None:
    user = person()
    notice = told(user)
    client = signed_in(user)
    assert "Rencana Anda dikomentari" in client.get("/akun/pemberitahuan/").content.decode()
    assert "1 baru" in client.get("/akun/").content.decode()
    assert client.post(f"/akun/pemberitahuan/{notice.pk}/baca/")["Location"] == "/kerja/"
    notice.refresh_from_db()
    assert notice.read_at is not None


def test_a_notice_of_somebody_else_cannot_be_opened() -> None:
    notice = told(person())
    assert signed_in(person()).post(f"/akun/pemberitahuan/{notice.pk}/baca/").status_code == 404


def test_a_notice_does_not_lead_to_another_site() -> None:
    user = person()
    notice = notices.notify(user, what="Kabar", url="https://jahat.example/")
    answer = signed_in(user).post(f"/akun/pemberitahuan/{notice.pk}/baca/")
    assert answer["Location"] == "/akun/pemberitahuan/"


def test_the_digest_holds_everything_unread_and_comes_at_the_chosen_hour() -> None:
    user = person()
    told(user, "Pertama")
    told(user, "Kedua")
    assert notices.send_digests(at(6, 59)) == 0
    assert notices.send_digests(at(7)) == 1
    assert mail.outbox[-1].to == [user.email]
    assert "2 kabar" in mail.outbox[-1].subject
    assert "Pertama" in mail.outbox[-1].body
    assert "Kedua" in mail.outbox[-1].body


def test_the_digest_never_comes_twice_a_day_and_never_repeats_a_notice() -> None:
    user = person()
    told(user, "Pagi")
    notices.send_digests(at(7))
    notices.send_digests(at(7, 10))
    told(user, "Siang")
    notices.send_digests(at(12))
    assert len(mail.outbox) == 1
    notices.send_digests(at(7, day=25))
    assert len(mail.outbox) == 2
    assert "Siang" in mail.outbox[-1].body
    assert "Pagi" not in mail.outbox[-1].body


def test_nothing_new_means_no_letter() -> None:
    user = person()
    told(user)
    Notice.objects.update(read_at=at(6))
    assert notices.send_digests(at(9)) == 0
    assert not mail.outbox


def test_nobody_is_written_to_in_quiet_hours() -> None:
    user = person()
    choose(user, hour=7, quiet_from=20, quiet_until=6)
    told(user)
    assert notices.send_digests(at(20)) == 0
    assert notices.send_digests(at(23, 30)) == 0
    assert notices.send_digests(at(5, 59, day=25)) == 0
    assert notices.send_digests(at(7, day=25)) == 1


def test_hours_are_those_of_the_person() -> None:
    user = person()
    choose(user, zone=NoticeChoice.Zone.WIT)
    told(user)
    assert notices.send_digests(at(6, 59, zone=WIT)) == 0
    assert notices.send_digests(at(7, zone=WIT)) == 1


def test_who_wants_no_digest_gets_none() -> None:
    user = person()
    choose(user, digest=False)
    told(user)
    assert notices.send_digests(at(9)) == 0


def test_a_digest_the_post_office_refused_is_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    user = person()
    told(user)

    def down(*_args: object, **_named: object) -> None:
        raise OSError("post office closed")

    with monkeypatch.context() as broken:
        broken.setattr(notices, "send_letter", down)
        assert notices.send_digests(at(7)) == 0
    assert notices.send_digests(at(7, 10)) == 1


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_send_one_letter() -> None:
    user = person()
    told(user)
    together = threading.Barrier(2)

    def work() -> None:
        together.wait(timeout=20)
        try:
            notices.send_digests(at(8))
        finally:
            connection.close()

    threads = [threading.Thread(target=work) for _each in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    assert len(mail.outbox) == 1


def test_the_hour_cannot_be_a_quiet_one() -> None:
    user = person()
    data = {"digest": "on", "hour": 22, "quiet_from": 20, "quiet_until": 6}
    data |= {"zone": "Asia/Makassar", "language": "id"}
    client = signed_in(user)
    page = client.post("/akun/pemberitahuan/pilihan/", data)
    assert "jatuh di jam tenang" in page.content.decode()
    with pytest.raises(IntegrityError), transaction.atomic():
        NoticeChoice.objects.create(user=user, hour=22, quiet_from=20, quiet_until=6)
    assert client.post("/akun/pemberitahuan/pilihan/", data | {"hour": 18}).status_code == 302
    assert NoticeChoice.objects.get(user=user).zone == "Asia/Makassar"


@pytest.mark.parametrize(
    ("start", "end", "hour", "quiet"),
    [
        (20, 6, 20, True),
        (20, 6, 5, True),
        (20, 6, 6, False),
        (12, 14, 13, True),
        (12, 14, 14, False),
        (9, 9, 9, False),
    ],
)
def test_quiet_hours_reach_over_midnight(start: int, end: int, hour: int, quiet: bool) -> None:
    assert NoticeChoice(quiet_from=start, quiet_until=end).is_quiet(at(hour)) is quiet


def test_telling_many_costs_two_queries(django_assert_num_queries) -> None:
    users = [person() for _each in range(30)]
    with django_assert_num_queries(2):
        notices.notify_all(users, what="Kabar", url="/kerja/")
    assert Notice.objects.count() == 30
