"""How far an optimisation is, and ranges, in words."""

from __future__ import annotations

from django import template
from django.utils.translation import gettext as _

from haluan.plans.reading import said

from ..models import Optimisation
from ..shown import gap_said

register = template.Library()
register.filter("spanned", said.span)


@register.filter
def so_far(run: Optimisation) -> str:
    """`Terbaik sejauh ini 48.500, batas atas 49.100, celah 1,3 %, 4 detik`."""
    if run.state == Optimisation.State.QUEUED:
        return _("Menunggu percobaan berikutnya") if run.attempts else _("Menunggu giliran")
    values = {
        "value": said.about(run.value) if run.value is not None else "",
        "bound": said.about(run.bound) if run.bound is not None else _("belum diketahui"),
        "gap": gap_said(run.reached),
        "seconds": said.whole(round(run.seconds)),
    }
    if run.value is None:
        return _("Belum ada susunan yang menepati aturan, %(seconds)s detik") % values
    return _("Terbaik sejauh ini %(value)s, batas atas %(bound)s, celah %(gap)s, %(seconds)s detik") % values
