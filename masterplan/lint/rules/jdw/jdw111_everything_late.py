"""JDW111: nearly everything starts at the end."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.rule import Found, rule

FEWEST = 5


@rule(
    "JDW111",
    severity="warning",
    title=Words("Hampir semuanya mulai di akhir", "Nearly everything starts at the end"),
    what=Words(
        "Lebih dari separuh inovasi terpilih mulai di sepertiga akhir masa rencana.",
        "More than half of what is chosen starts in the last third of the plan.",
    ),
    why=Words(
        "Kepala daerah berganti sebelum hasilnya terasa; dukungan warga habis menunggu.",
        "The head changes before results are felt; people’s support is spent waiting.",
    ),
    example=Words(
        "Rencana 2027–2036; 20 dari 33 mulai 2034–2036.", "Plan 2027–2036; 20 of 33 start in 2034–2036."
    ),
    instead=Words(
        "Majukan yang murah dan mudah; biarkan yang besar menyusul.",
        "Bring the cheap and easy forward; let the large ones follow.",
    ),
    source="dukungan dimenangkan ketika hasilnya dirasakan",
)
def everything_late(context: Context) -> Iterator[Found]:
    starts = [
        one.scheduled_start for one in context.innovations if one.decision == "chosen" and one.scheduled_start
    ]
    third = context.last_year - (context.last_year - context.first_year + 1) // 3
    late = [year for year in starts if year > third]
    if len(starts) >= FEWEST and 2 * len(late) > len(starts):
        message = Words(
            "{late} dari {all} inovasi terpilih baru mulai sesudah {year}.",
            "{late} of {all} chosen innovations start only after {year}.",
        )
        yield Found("innovations", message.with_(late=len(late), all=len(starts), year=third))
