"""Our e-mail: plain letters from templates; in training they are kept instead of sent."""

from __future__ import annotations

from collections.abc import Sequence
from email.utils import parseaddr
from typing import Any

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.mail import EmailMessage, send_mail
from django.core.mail.backends.base import BaseEmailBackend
from django.template.loader import render_to_string
from django.utils import translation

from .models import Letter, NoticeChoice, User


class Mailbox(BaseEmailBackend):
    """Keeps letters for the page `/surat/`. Refuses to work in production, where people wait for them."""

    def send_messages(self, messages: Sequence[EmailMessage]) -> int:
        if not settings.TRAINING:
            raise ImproperlyConfigured("SMTP_HOST belum diisi: surat tidak dapat dikirim.")
        letters = [
            Letter(to=parseaddr(address)[1].lower(), subject=message.subject[:300], body=str(message.body))
            for message in messages
            for address in message.recipients()
        ]
        Letter.objects.bulk_create(letters)
        return len(messages)


def send_letter(to: str, template: str, **context: Any) -> None:
    """Send `accounts/letters/<template>.txt` (first line: the subject) in the language the person chose."""
    choice = NoticeChoice.objects.filter(user__email=to).first()
    with translation.override(choice.language if choice else settings.LANGUAGE_CODE):
        text = render_to_string(f"accounts/letters/{template}.txt", {"origin": settings.ORIGIN, **context})
    subject, _rule, body = text.strip().partition("\n")
    send_mail(" ".join(subject.split()), body.strip() + "\n", None, [to])


def address_of(path: str) -> str:
    """A path as a full address, for letters."""
    return settings.ORIGIN + path


def choice_of(user: User) -> NoticeChoice:
    """What a person chose about letters, or the defaults."""
    return NoticeChoice.objects.filter(user=user).first() or NoticeChoice(user=user)
