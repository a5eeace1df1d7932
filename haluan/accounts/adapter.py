"""How allauth behaves here: sign-up for residents only, our words, secrets of second factors encrypted."""

from __future__ import annotations

import base64
import hashlib
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet
from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from .models import User


class AccountAdapter(DefaultAccountAdapter):
    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": _(
            "E-mail atau kata sandinya tidak cocok. Periksa keduanya, atau buat kata sandi baru."
        ),
        "too_many_login_attempts": _("Terlalu banyak percobaan masuk. Tunggu lima menit, lalu coba lagi."),
        "invalid_password_reset": _("Tautan ini sudah dipakai atau kedaluwarsa. Minta yang baru."),
        "incorrect_code": _(
            "Kode itu tidak cocok. Periksa jam ponsel Anda, lalu ketik kode yang sedang tampil."
        ),
    }

    def save_user(self, request: HttpRequest, user: User, form: Any, commit: bool = True) -> User:
        user.name = form.cleaned_data.get("name", "")
        return super().save_user(request, user, form, commit)


class SecondFactorAdapter(DefaultMFAAdapter):
    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": AccountAdapter.error_messages["incorrect_code"],
    }

    def encrypt(self, text: str) -> str:
        return cipher().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return cipher().decrypt(encrypted_text.encode()).decode()

    def _get_site_name(self) -> str:
        return "Haluan"


def cipher() -> Fernet:
    """Authenticator secrets are unreadable without the secret key, also in a copy of the database."""
    key = hashlib.sha256(b"haluan second factor" + settings.SECRET_KEY.encode()).digest()
    return Fernet(base64.urlsafe_b64encode(key))
