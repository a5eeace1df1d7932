"""ENB207: the same enabler is written twice."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.rule import Found, rule
from masterplan.lint.saying import said_before


@rule(
    "ENB207",
    severity="info",
    title=Words("Pemungkin yang sama tertulis dua kali", "The same enabler is written twice"),
    what=Words(
        "Dua pemungkin yang judulnya memakai kata yang sama.", "Two enablers whose titles use the same words."
    ),
    why=Words(
        "Satu pemungkin yang dipakai bersama dibayar sekali; yang tertulis dua kali dibayar dua kali.",
        "A shared enabler is paid once; one written twice is paid twice.",
    ),
    example=Words(
        "“Pelatihan petugas desa” dan “Pelatihan bagi petugas desa”",
        "“Training of village staff” and “Training for village staff”",
    ),
    instead=Words(
        "Gabungkan, dan biarkan beberapa inovasi menunjuk yang satu itu.",
        "Join them, and let several innovations point at the one.",
    ),
    source="Lintasarta, ANTARA Sumut 2017: daerah membeli sendiri-sendiri dan mahal",
)
def enabler_twice(context: Context) -> Iterator[Found]:
    for key, other in said_before(context.enablers):
        message = Words(
            "Judulnya memakai kata yang sama dengan {other}.", "Its title uses the same words as {other}."
        )
        yield Found("title", message.with_(other=other), collection="enablers", element=key)
