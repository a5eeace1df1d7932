"""Figures in templates, as `haluan.plans.reading.said` says them."""

from __future__ import annotations

from django import template

from ..reading import said

register = template.Library()
register.filter("money", said.money)
register.filter("about", said.about)
register.filter("whole", said.whole)
register.filter("share", said.share)
register.filter("between", said.between)
register.filter("at", said.coordinate)
