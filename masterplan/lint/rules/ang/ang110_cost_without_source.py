"""ANG110: its price has no source."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.missing import missing
from masterplan.lint.rule import Found, rule

LARGE = 500_000_000
"""Rupiah from which a price is asked where it comes from."""


@rule(
    "ANG110",
    severity="warning",
    title=Words("Harganya tanpa sumber", "Its price has no source"),
    what=Words(
        "Pemungkin bermodal besar tanpa satu pun sumber harga.",
        "An enabler with a large capital cost without a source for the price.",
    ),
    why=Words(
        "Harga tanpa sumber tidak dapat dipertahankan di depan DPRD, dan sering berasal dari penjualnya.",
        "A price without a source cannot be defended before the council, and often comes from the seller.",
    ),
    example=Words("Modal Rp3,2 miliar; sumber: (kosong)", "Capital Rp3.2 billion; source: (empty)"),
    instead=Words(
        "Tautkan standar harga satuan, kontrak daerah lain, atau survei pasar.",
        "Link the unit price standard, another region’s contract, or a market survey.",
    ),
    source="Perpres 33/2020 tentang Standar Harga Satuan Regional",
)
def cost_without_source(context: Context) -> Iterator[Found]:
    thing = Words("sumber harga", "a source for its price")
    yield from missing(
        context,
        "enablers",
        "sources",
        thing,
        lambda enabler: not enabler.sources,
        among=lambda enabler: not enabler.exists and (enabler.capital or 0) >= LARGE,
    )
