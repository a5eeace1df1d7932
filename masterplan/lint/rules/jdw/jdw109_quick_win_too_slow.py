"""JDW109: this quick win is not felt within twelve months."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.document.types import Innovation
from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.rule import Found, rule


@rule(
    "JDW109",
    about="innovations",
    severity="error",
    title=Words(
        "Program cepat ini tidak terasa dalam dua belas bulan",
        "This quick win is not felt within twelve months",
    ),
    what=Words(
        "Program cepat yang dibangun lebih dari setahun, atau manfaatnya semua tertunda.",
        "A quick win built for more than a year, or whose effects are all delayed.",
    ),
    why=Words(
        "Warga dijanjikan hasil tahun ini; janji yang meleset merugikan seluruh rencana.",
        "People are promised a result this year; a broken promise hurts the whole plan.",
    ),
    example=Words(
        "Program cepat: gedung yang selesai setelah tiga tahun.",
        "Quick win: a building done after three years.",
    ),
    instead=Words(
        "Ambil bagiannya yang terasa tahun ini, atau lepas tanda program cepatnya.",
        "Take the part that is felt this year, or drop the mark.",
    ),
    source="Bimtek 2, Balikpapan 2019: “bukan membangun infrastruktur tetapi menajamkan layanan yang ada”",
    alone=True,
)
def quick_win_too_slow(innovation: Innovation, context: Context) -> Iterator[Found]:
    if not innovation.quick_win:
        return
    duration = innovation.duration_years or 1
    lags = [relief.lag_years or 0 for relief in innovation.addresses or ()]
    if duration > 1:
        message = Words("Dibangun {years} tahun.", "It takes {years} years to build.")
        yield Found("quick_win", message.with_(years=duration))
    elif lags and min(lags) >= 1:
        message = Words(
            "Baru terasa {years} tahun sesudah berjalan.", "It is felt only {years} years after it works."
        )
        yield Found("quick_win", message.with_(years=min(lags)))
