"""Forms in our look: hint, error and focus where the reader needs them."""

from __future__ import annotations

from typing import Any

from django import forms, template
from django.utils.translation import gettext_lazy as _

register = template.Library()

# allauth names its fields; Django's and its own Indonesian words differ from each other and from ours.
WORDS = {
    "login": _("Alamat e-mail"),
    "email": _("Alamat e-mail"),
    "password": _("Kata sandi"),
    "password1": _("Kata sandi"),
    "password2": _("Kata sandi sekali lagi"),
    "oldpassword": _("Kata sandi sekarang"),
    "code": _("Kode"),
}
PASSWORD_HINT = _("Paling sedikit sepuluh huruf; kalimat pendek mudah diingat dan sulit ditebak.")


@register.inclusion_tag("accounts/fields.html")
def fields(form: forms.BaseForm) -> dict[str, Any]:
    """Every field of a form with its label, hint and error; the first wrong one takes the focus."""
    use_our_words(form)
    first_wrong = next((name for name in form.fields if name in form.errors), None)
    for name, field in form.fields.items():
        field.widget.attrs.pop("placeholder", None)
        if name == first_wrong:
            field.widget.attrs["autofocus"] = True
    return {"form": form}


@register.filter
def is_tick(field: forms.BoundField) -> bool:
    return isinstance(field.field.widget, forms.CheckboxInput)


@register.filter
def is_group(field: forms.BoundField) -> bool:
    """Radio buttons and tick boxes belong in a fieldset with a legend."""
    return isinstance(field.field.widget, forms.RadioSelect | forms.CheckboxSelectMultiple)


def use_our_words(form: forms.BaseForm) -> None:
    if not type(form).__module__.startswith("allauth."):
        return
    for field in form:
        field.label = WORDS.get(field.name, field.label)
        if field.name == "password1":
            field.help_text = PASSWORD_HINT


BROWSERS = {"Edg": "Edge", "OPR": "Opera", "Firefox": "Firefox", "Chrome": "Chrome", "Safari": "Safari"}
SYSTEMS = {
    "Android": "Android",
    "iPhone": "iPhone",
    "iPad": "iPad",
    "Windows": "Windows",
    "Mac OS": "Mac",
    "Linux": "Linux",
}


@register.filter
def device(agent: str) -> str:
    """*Firefox, Android* from what a browser says of itself: no proof, but it helps to know one's own."""
    marks = (BROWSERS, SYSTEMS)
    found = [next((word for mark, word in known.items() if mark in agent), "") for known in marks]
    return ", ".join(word for word in found if word) or str(_("perangkat lain"))
