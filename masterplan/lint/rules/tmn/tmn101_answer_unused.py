"""TMN101: an acceptance that no finding needs any more."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.language import Words
from masterplan.lint.finding import Outcome, answers
from masterplan.lint.rule import Found, rule


@rule(
    "TMN101",
    about="findings",
    severity="info",
    title=Words("Jawaban ini tidak menjawab temuan apa pun", "This answer answers no finding"),
    what=Words(
        "Temuan yang diterima dengan alasan, padahal temuan itu sudah tidak ada.",
        "A finding accepted with a reason, though the finding is no longer there.",
    ),
    why=Words(
        "Alasan yang tertinggal menutupi temuan baru di tempat yang sama.",
        "A reason left behind hides a new finding in the same place.",
    ),
    example=Words(
        "TM-03 menerima ENB101 pada IN-14; IN-14 sudah diperbaiki.",
        "TM-03 accepts ENB101 at IN-14; IN-14 has been mended.",
    ),
    instead=Words("Hapus jawabannya.", "Remove the answer."),
    source="Kebiasaan ruff: RUF100, noqa yang tidak terpakai",
)
def answer_unused(outcome: Outcome) -> Iterator[Found]:
    for acceptance in outcome.context.plan.acceptances or ():
        if acceptance.code in outcome.asked and not any(answers(acceptance, one) for one in outcome.found):
            message = Words(
                "Tidak ada temuan {code} pada {element} untuk dijawab; hapus jawabannya.",
                "There is no finding {code} at {element} to answer; remove the answer.",
            ).with_(
                code=acceptance.code,
                element=acceptance.element or Words("rencana ini", "this plan"),
            )
            yield Found("code", message, collection="acceptances", element=acceptance.id)
