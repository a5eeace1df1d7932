"""Forms of accounts."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from .models import Role, User


class ResidentForm(forms.Form):
    """What allauth's sign-up asks besides e-mail and password. Only residents sign up by themselves."""

    name = forms.CharField(
        label=_("Nama"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    field_order = ("name", "email", "password1")

    def signup(self, request: HttpRequest, user: User) -> None:
        Role.objects.give(user, Role.Kind.RESIDENT)
