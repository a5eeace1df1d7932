"""MSL105: how hard it is on one person is not written."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.missing import missing
from masterplan.lint.rule import Found, rule


@rule(
    "MSL105",
    severity="info",
    title=Words("Beratnya bagi satu orang belum ditulis", "How hard it is on one person is not written"),
    what=Words(
        "Masalah tanpa perkiraan beratnya (0–1).", "A problem without an estimate of its severity (0–1)."
    ),
    why=Words(
        "Dua masalah dengan warga yang sama banyak tidak sama beratnya; tanpa angka ini manfaatnya dihitung nol.",
        "Two problems with as many people do not weigh the same; without this the worth counts as nothing.",
    ),
    example=Words(
        "Antre dua jam setahun sekali, dan sakit yang tidak terobati: keduanya tanpa berat.",
        "Two hours in a queue once a year, and an illness left untreated: both without severity.",
    ),
    instead=Words(
        "Tanyakan kepada beberapa warga seberapa banyak setahunnya terganggu; tulis tingkat buktinya.",
        "Ask some residents how much of their year it spoils; write the evidence grade.",
    ),
    source="docs/impact.md: severity",
)
def severity_missing(context: Context) -> Iterator[Found]:
    thing = Words("berat masalah bagi satu orang", "a severity for one person")
    yield from missing(context, "problems", "severity", thing, lambda problem: problem.severity is None)
