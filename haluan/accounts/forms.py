"""Forms of accounts."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from haluan.regions.models import Institution, Region

from .models import NoticeChoice, Role, User
from .rules import holds, roles_of

Kind = Role.Kind


class NameField(forms.CharField):
    def __init__(self, **options: Any) -> None:
        widget = forms.TextInput(attrs={"autocomplete": "name"})
        super().__init__(**{"label": _("Nama"), "max_length": 120, "widget": widget} | options)


class EmailField(forms.EmailField):
    """An address of somebody else, kept in lower case."""

    def __init__(self, **options: Any) -> None:
        widget = forms.EmailInput(attrs={"autocomplete": "off", "inputmode": "email"})
        super().__init__(**{"label": _("Alamat e-mail"), "widget": widget} | options)

    def clean(self, value: Any) -> str:
        return str(super().clean(value)).lower()


class ResidentForm(forms.Form):
    """What allauth's sign-up asks besides e-mail and password. Only residents sign up by themselves."""

    name = NameField()
    field_order = ("name", "email", "password1")

    def signup(self, request: HttpRequest, user: User) -> None:
        Role.objects.give(user, Kind.RESIDENT)


class InvitationForm(forms.Form):
    """Whom to invite to one kind of role; it asks only what that kind needs and the inviter may choose."""

    email = EmailField()
    region = forms.ModelChoiceField(
        label=_("Daerah"), queryset=Region.objects.none(), empty_label=_("Pilih daerah")
    )
    institution = forms.ModelChoiceField(
        label=_("Lembaga"), queryset=Institution.objects.none(), empty_label=_("Pilih lembaga")
    )
    agency = forms.RegexField(
        label=_("Kode perangkat daerah"),
        regex=r"^[A-Z][A-Z0-9-]{1,23}$",
        max_length=24,
        help_text=_("Seperti dalam rencana daerah, misalnya DISKOMINFO."),
        error_messages={"invalid": _("Tulis dengan huruf besar tanpa spasi, misalnya DISKOMINFO.")},
    )

    def __init__(self, *args: Any, kind: str, inviter: User, **more: Any) -> None:
        super().__init__(*args, **more)
        self.kind = kind
        self._ask_region(inviter)
        self._ask_institution(inviter)
        if kind != Kind.MEMBER:
            del self.fields["agency"]

    def _ask_region(self, inviter: User) -> None:
        if self.kind not in Role.OF_REGION:
            del self.fields["region"]
            return
        regions = Region.objects.all()
        if not holds(inviter, Kind.OFFICE):
            mine = [
                role.region_id for role in roles_of(inviter) if role.kind in (Kind.HEAD, Kind.COORDINATOR)
            ]
            regions = regions.filter(code__in=mine)
            self.fields["region"].initial = mine[0] if mine else None
        self.fields["region"].queryset = regions

    def _ask_institution(self, inviter: User) -> None:
        if self.kind not in Role.OF_INSTITUTION:
            del self.fields["institution"]
            return
        institutions = Institution.objects.all()
        if self.kind == Kind.MINISTRY:
            institutions = institutions.filter(kind=Institution.Kind.MINISTRY)
        if not holds(inviter, Kind.OFFICE):
            mine = [role.institution_id for role in roles_of(inviter) if role.kind == self.kind]
            institutions = institutions.filter(pk__in=mine)
            self.fields["institution"].initial = mine[0] if mine else None
        self.fields["institution"].queryset = institutions

    def role(self) -> dict[str, Any]:
        """The role offered, as the fields of `Role` and `Invitation`."""
        data = self.cleaned_data
        return {
            "kind": self.kind,
            "region": data.get("region"),
            "institution": data.get("institution"),
            "agency": data.get("agency", ""),
        }


class NewAccountForm(forms.Form):
    """Name and password of somebody who accepts an invitation without an account."""

    name = NameField()
    password = forms.CharField(
        label=_("Kata sandi"),
        strip=False,
        help_text=_("Paling sedikit sepuluh huruf; kalimat pendek mudah diingat dan sulit ditebak."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, *args: Any, email: str, **more: Any) -> None:
        super().__init__(*args, **more)
        self.email = email

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if password := data.get("password"):
            try:
                validate_password(password, User(email=self.email, name=data.get("name", "")))
            except ValidationError as error:
                self.add_error("password", error)
        return data


class HandoverForm(forms.Form):
    roles = forms.ModelMultipleChoiceField(
        label=_("Peran yang diserahkan"), queryset=Role.objects.none(), widget=forms.CheckboxSelectMultiple
    )
    email = EmailField(
        label=_("E-mail penerus"),
        help_text=_("Bila belum punya akun, penerus mendapat undangan dan peran pindah saat ia menerimanya."),
    )
    note = forms.CharField(
        label=_("Keterangan"),
        max_length=300,
        required=False,
        help_text=_("Misalnya nomor surat keputusan mutasi. Boleh kosong."),
    )

    def __init__(self, *args: Any, user: User, **more: Any) -> None:
        super().__init__(*args, **more)
        self.user = user
        current = Role.objects.current().filter(user=user).exclude(kind=Kind.RESIDENT)
        self.fields["roles"].queryset = current.select_related("region", "institution")

    def clean_email(self) -> str:
        email = self.cleaned_data["email"]
        if email == self.user.email:
            raise ValidationError(_("Itu alamat Anda sendiri. Tulis alamat penerus Anda."))
        return email


class RecoveryForm(forms.Form):
    reason = forms.CharField(
        label=_("Apa yang terjadi"),
        max_length=300,
        help_text=_("Misalnya: ponsel hilang tanggal 3, kode cadangan ada di ponsel itu."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class VerifyForm(forms.Form):
    how = forms.CharField(
        label=_("Bagaimana Anda memastikannya"),
        max_length=300,
        help_text=_("Bertemu langsung, atau menelepon nomor yang sudah Anda kenal. Jangan lewat surat saja."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )


HOURS = [(hour, f"{hour:02}.00") for hour in range(24)]


class NoticeChoiceForm(forms.ModelForm):
    class Meta:
        model = NoticeChoice
        fields = ("digest", "hour", "quiet_from", "quiet_until", "zone", "language")
        widgets = {name: forms.Select(choices=HOURS) for name in ("hour", "quiet_from", "quiet_until")}
