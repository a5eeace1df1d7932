"""ENB202: all it needs is technology."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.document.types import Innovation
from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.rule import Found, rule


@rule(
    "ENB202",
    about="innovations",
    severity="warning",
    title=Words("Yang diperlukan hanya teknologi", "All it needs is technology"),
    what=Words(
        "Inovasi yang semua pemungkinnya teknologi, data, atau prasarana: tanpa orang, aturan, lembaga, atau mitra.",
        "An innovation whose enablers are all technology, data or infrastructure: no people, rules, organisation or partners.",
    ),
    why=Words(
        "Alat tidak melayani siapa pun sebelum ada petugas yang memakainya dan aturan yang membolehkannya.",
        "A device serves nobody until staff use it and a rule allows it.",
    ),
    example=Words(
        "Pemungkin: layar 12 panel, server, perangkat lunak analitik.",
        "Enablers: a screen of 12 panels, a server, analytics software.",
    ),
    instead=Words(
        "Tulis siapa yang melayani, siapa yang melatihnya, dan aturan yang harus berubah.",
        "Write who serves, who trains them, and which rule must change.",
    ),
    source="Menkominfo Rudiantara, National Geographic Indonesia 2018: bukan sekadar membeli server atau jaringan",
)
def technology_alone(innovation: Innovation, context: Context) -> Iterator[Found]:
    kinds = {enabler.kind for enabler in context.enablers_of(innovation)}
    if kinds and kinds <= {"technology", "data", "infrastructure"}:
        yield Found("enablers")
