"""Passkeys: adding one in our words, and answers of a browser that are no answer."""

from __future__ import annotations

from typing import Any

from allauth.mfa.webauthn.forms import (
    AddWebAuthnForm,
    EditWebAuthnForm,
    LoginWebAuthnForm,
    ReauthenticateWebAuthnForm,
)
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _


class CredentialField(forms.JSONField):
    """Also refuses what Django's lets fail: numbers of thousands of digits, brackets nested without end."""

    widget = forms.HiddenInput

    def to_python(self, value: Any) -> Any:
        try:
            return super().to_python(value)
        except (ValueError, RecursionError):
            raise ValidationError(
                self.error_messages["invalid"], code="invalid", params={"value": ""}
            ) from None

    def bound_data(self, data: Any, initial: Any) -> Any:
        """Nothing of it is shown again: a browser answers anew each time."""
        return None


class AddPasskeyForm(AddWebAuthnForm):
    credential = CredentialField()
    name = forms.CharField(label=_("Nama kunci"), required=False)
    passwordless = forms.BooleanField(
        label=_("Pakai juga untuk masuk tanpa kata sandi"),
        required=False,
        initial=True,
        help_text=_("Perlu perangkat dengan sidik jari, wajah, atau PIN."),
    )


class LoginPasskeyForm(LoginWebAuthnForm):
    credential = CredentialField()


class ReauthenticatePasskeyForm(ReauthenticateWebAuthnForm):
    credential = CredentialField()


class EditPasskeyForm(EditWebAuthnForm):
    name = forms.CharField(label=_("Nama kunci"), max_length=80)
