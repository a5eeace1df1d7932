"""IND107: its targets are not written."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.document.types import Innovation
from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.rule import Found, rule


@rule(
    "IND107",
    about="innovations",
    severity="warning",
    title=Words("Sasarannya belum ditulis", "Its targets are not written"),
    what=Words(
        "Ukuran keberhasilan tanpa sasaran di tahun mana pun.",
        "A measure of success without a target in any year.",
    ),
    why=Words(
        "Tanpa sasaran, hasil apa pun dapat disebut berhasil.",
        "Without a target any result may be called success.",
    ),
    example=Words(
        "Waktu tunggu pasien, nilai awal 95 menit; sasaran: (kosong)",
        "Waiting time of patients, baseline 95 minutes; targets: (empty)",
    ),
    instead=Words(
        "Tulis sasaran untuk tahun pertama terasa dan tahun terakhir rencana.",
        "Write a target for the first year it is felt and for the last year of the plan.",
    ),
    source="Permendagri 86/2017: target kinerja per tahun",
    alone=True,
)
def targets_missing(innovation: Innovation, context: Context) -> Iterator[Found]:
    for outcome in innovation.outcomes or ():
        if not outcome.targets:
            message = Words("“{name}” belum punya sasaran.", "“{name}” has no target.")
            yield Found("outcomes", message.with_(name=outcome.indicator.name))
