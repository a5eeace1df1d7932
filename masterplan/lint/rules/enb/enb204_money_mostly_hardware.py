"""ENB204: most of the money goes into hardware."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.rule import Found, rule
from masterplan.lint.saying import money, share


@rule(
    "ENB204",
    severity="warning",
    title=Words("Sebagian besar uangnya untuk perangkat", "Most of the money goes into hardware"),
    what=Words(
        "Rencana yang lebih dari separuh biaya pemungkin dan inovasinya adalah teknologi dan prasarana.",
        "A plan in which more than half the cost of enablers and innovations is technology and infrastructure.",
    ),
    why=Words(
        "Perubahan layanan hidup dari orang dan aturan; rencana yang hampir seluruhnya perangkat adalah daftar belanja.",
        "A change of service lives on people and rules; a plan that is nearly all devices is a shopping list.",
    ),
    example=Words(
        "Teknologi dan prasarana Rp84 miliar dari Rp110 miliar.",
        "Technology and infrastructure Rp84 billion of Rp110 billion.",
    ),
    instead=Words(
        "Periksa perangkat mana yang dapat dipakai bersama atau sudah ada, lalu pindahkan uangnya ke pelayanannya.",
        "See which devices can be shared or are there already, and move the money to the service.",
    ),
    source="Menkominfo Rudiantara, National Geographic Indonesia 2018: bukan sekadar membeli server atau jaringan",
)
def money_mostly_hardware(context: Context) -> Iterator[Found]:
    everything = sum(context.enabler_cost[one.id] for one in context.enablers if not one.exists)
    everything += sum(context.innovation_cost[one.id] for one in context.in_play)
    hardware = sum(
        context.enabler_cost[one.id]
        for one in context.enablers
        if one.kind in ("technology", "infrastructure") and not one.exists
    )
    if everything and hardware > everything / 2:
        message = Words(
            "Teknologi dan prasarana {hardware} dari {everything}, {part}.",
            "Technology and infrastructure take {hardware} of {everything}, {part}.",
        )
        yield Found(
            "enablers",
            message.with_(
                hardware=money(hardware), everything=money(everything), part=share(hardware / everything)
            ),
        )
