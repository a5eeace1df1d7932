"""TMN103: this reason answers nothing yet."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.document.types import Acceptance
from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.rule import Found, rule
from masterplan.lint.saying import words

FEWEST = 5


@rule(
    "TMN103",
    about="acceptances",
    severity="warning",
    title=Words("Alasan ini belum menjawab apa pun", "This reason answers nothing yet"),
    what=Words(
        "Temuan yang diterima dengan alasan kurang dari lima kata.",
        "A finding accepted with a reason of fewer than five words.",
    ),
    why=Words(
        "Alasan dibaca pembimbing, penilai, dan warga; “sudah sesuai” tidak menjelaskan apa-apa kepada mereka.",
        "Mentors, assessors and residents read the reason; “as it should be” tells them nothing.",
    ),
    example=Words("Diterima: “sudah sesuai”", "Accepted: “as it should be”"),
    instead=Words(
        "Tulis apa yang membuatnya benar di sini, dan siapa yang menjaminnya.",
        "Write what makes it right here, and who answers for it.",
    ),
    source="Konstitusi Gerakan: keputusan yang dapat dibuka warga",
    alone=True,
)
def answer_says_nothing(acceptance: Acceptance, context: Context) -> Iterator[Found]:
    said = words(acceptance.reason)
    if len(said) < FEWEST:
        message = Words("Alasannya hanya “{reason}”.", "The reason is only “{reason}”.")
        yield Found("reason", message.with_(reason=acceptance.reason.strip()))
