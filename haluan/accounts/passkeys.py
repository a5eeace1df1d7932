"""Adding a passkey, in our words."""

from __future__ import annotations

from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm
from django import forms
from django.utils.translation import gettext_lazy as _


class AddPasskeyForm(AddWebAuthnForm):
    name = forms.CharField(label=_("Nama kunci"), required=False)
    passwordless = forms.BooleanField(
        label=_("Pakai juga untuk masuk tanpa kata sandi"),
        required=False,
        initial=True,
        help_text=_("Perlu perangkat dengan sidik jari, wajah, atau PIN."),
    )


class EditPasskeyForm(EditWebAuthnForm):
    name = forms.CharField(label=_("Nama kunci"), max_length=80)
