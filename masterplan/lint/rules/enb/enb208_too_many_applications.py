"""ENB208: too many new applications."""

from __future__ import annotations

import re
from collections.abc import Iterator

from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.missing import named
from masterplan.lint.rule import Found, rule

_MOST = 8
_APPLICATION = re.compile(r"\b(?:aplikasi|portal|website|situs|sistem informasi|super ?app)\b", re.IGNORECASE)


@rule(
    "ENB208",
    severity="info",
    title=Words("Terlalu banyak aplikasi baru", "Too many new applications"),
    what=Words(
        "Rencana dengan lebih dari delapan aplikasi, portal, atau sistem informasi baru.",
        "A plan with more than eight new applications, portals or information systems.",
    ),
    why=Words(
        "Warga tidak memasang delapan aplikasi pemerintah; petugas pun mengetik hal yang sama berkali-kali.",
        "Residents do not install eight government applications, and staff type the same thing again and again.",
    ),
    example=Words(
        "54 aplikasi dalam satu portal; bupatinya meminta semuanya dipakai dan dihubungkan.",
        "54 applications in one portal; the regent asks that they be used and joined.",
    ),
    instead=Words(
        "Satukan yang melayani warga yang sama; hubungkan yang sudah ada sebelum membuat yang baru.",
        "Join those that serve the same people; connect what exists before making more.",
    ),
    source="Serayu News 2025: 54 aplikasi dalam satu portal",
)
def too_many_applications(context: Context) -> Iterator[Found]:
    new = [
        one.id
        for one in context.enablers
        if one.kind == "technology" and not one.exists and _APPLICATION.search(one.title)
    ]
    if len(new) > _MOST:
        message = Words(
            "Ada {count} aplikasi atau sistem baru: {which}.",
            "There are {count} new applications or systems: {which}.",
        )
        yield Found("enablers", message.with_(count=len(new), which=named(new)))
