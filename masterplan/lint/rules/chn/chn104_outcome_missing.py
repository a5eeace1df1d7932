"""CHN104: there is no measure of success yet."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.missing import missing
from masterplan.lint.rule import Found, rule


@rule(
    "CHN104",
    severity="warning",
    title=Words("Belum ada ukuran keberhasilan", "There is no measure of success yet"),
    what=Words(
        "Inovasi tanpa satu pun ukuran keberhasilan.", "An innovation without a single measure of success."
    ),
    why=Words(
        "Setahun lagi tidak ada yang dapat mengatakan apakah uangnya berguna.",
        "A year from now nobody can say whether the money was of use.",
    ),
    example=Words(
        "Janji temu puskesmas; ukuran keberhasilan: (kosong)",
        "Appointments at the health centre; measures: (empty)",
    ),
    instead=Words(
        "Ukur yang berubah bagi warga: waktu tunggu pasien, dari 95 menit (2025) ke 30 menit (2028).",
        "Measure what changes for people: waiting time of patients, from 95 minutes (2025) to 30 (2028).",
    ),
    source="penilaian outcome dan impact berbobot paling besar (Sleman)",
)
def outcome_missing(context: Context) -> Iterator[Found]:
    thing = Words("ukuran keberhasilan", "a measure of success")
    yield from missing(
        context,
        "innovations",
        "outcomes",
        thing,
        lambda innovation: not innovation.outcomes,
        among=lambda innovation: innovation.decision != "not_chosen",
    )
