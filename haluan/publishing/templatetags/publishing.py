"""Money and figures as people say them."""

from __future__ import annotations

from django import template

from haluan.plans.words import lang
from masterplan.language import rounded, rupiah_short

register = template.Library()


@register.filter
def money(amount: float) -> str:
    """`Rp354 miliar`: no more figures than one reads."""
    return rupiah_short(amount, lang(), 0 if amount >= 10_000_000_000 else 2)


@register.filter
def about(figure: float) -> str:
    """`326.000`: three figures are what the estimate can carry."""
    return rounded(figure, lang())
