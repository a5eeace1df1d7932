"""Telling people what happened: a notice on their page, and once a day a letter with the unread ones."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone, translation

from .mail import choice_of, send_letter
from .models import Digest, Notice, NoticeChoice, User

log = logging.getLogger(__name__)


def notify(user: User, *, what: Any, why: Any = "", url: str) -> Notice:
    """Tell somebody something; lazy texts are said in the language the person chose."""
    with translation.override(choice_of(user).language):
        return Notice.objects.create(user=user, what=str(what)[:200], why=str(why)[:300], url=url)


def notify_all(users: Iterable[User], *, what: Any, why: Any = "", url: str) -> None:
    """Tell several people the same thing, with two queries."""
    users = list(users)
    languages = dict(NoticeChoice.objects.filter(user__in=users).values_list("user", "language"))
    told = []
    for user in users:
        with translation.override(languages.get(user.pk, NoticeChoice.Language.INDONESIAN)):
            told.append(Notice(user=user, what=str(what)[:200], why=str(why)[:300], url=url))
    Notice.objects.bulk_create(told)


def send_digests(now: datetime | None = None) -> int:
    """Send everybody's digest that is due; returns how many were sent. Safe to run twice at the same time."""
    now = now or timezone.now()
    waiting = Notice.objects.filter(read_at=None, mailed_at=None).values("user")
    people = User.objects.filter(is_active=True, pk__in=waiting).select_related("notice_choice")
    sent = 0
    for user in people.iterator(chunk_size=200):
        try:
            sent += send_digest(user, now)
        except Exception:  # one address that the post office refuses must not keep the others waiting
            log.exception("Digest of user %s was not sent", user.pk)
    return sent


def send_digest(user: User, now: datetime) -> bool:
    """One person's digest, if it is due. Claimed before it is sent: rather none than two."""
    choice = getattr(user, "notice_choice", None) or NoticeChoice(user=user)
    if not choice.wants_digest(now):
        return False
    claim = claim_digest(user, choice.local(now).date(), now)
    if claim is None:
        return False
    digest, notices = claim
    try:
        send_letter(user.email, "digest", user=user, notices=notices)
    except Exception:
        with transaction.atomic():  # the post office did not take it: a later run tries again
            Notice.objects.filter(pk__in=[notice.pk for notice in notices]).update(mailed_at=None)
            digest.delete()
        raise
    return True


def claim_digest(user: User, day: Any, now: datetime) -> tuple[Digest, list[Notice]] | None:
    """Take today's digest and what belongs into it, or None when another run has it."""
    try:
        with transaction.atomic():
            digest = Digest.objects.create(user=user, day=day)
            unread = Notice.objects.select_for_update().filter(user=user, read_at=None, mailed_at=None)
            notices = list(unread.order_by("at", "id"))
            Notice.objects.filter(pk__in=[notice.pk for notice in notices]).update(mailed_at=now)
            if not notices:
                digest.delete()
                return None
    except IntegrityError:
        return None
    return digest, notices
