"""IND112: its sentence contradicts its baseline."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.document.types import Innovation
from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.measures import before_of, durations, minutes_of, waits
from masterplan.lint.rule import Found, rule
from masterplan.lint.saying import count


@rule(
    "IND112",
    about="innovations",
    severity="warning",
    title=Words("Kalimatnya berlawanan dengan nilai awalnya", "Its sentence contradicts its baseline"),
    what=Words(
        "Perubahan layanan yang menyebut lama waktu yang berbeda jauh dari nilai awal ukurannya.",
        "A service change that names a time far from the baseline of its measure.",
    ),
    why=Words(
        "Salah satu keliru, dan pembaca yang teliti akan menemukan yang mana.",
        "One of the two is wrong, and a careful reader will find out which.",
    ),
    example=Words(
        "“Pasien menunggu tiga jam”; nilai awal waktu tunggu: 45 menit.",
        "“Patients wait three hours”; baseline of the waiting time: 45 minutes.",
    ),
    instead=Words(
        "Pakai angka yang diukur, dan tulis angka yang sama di kalimatnya.",
        "Use the measured figure, and the same one in the sentence.",
    ),
    source="Demak 2021: stunting 4,34 persen di satu laman, 4,1 di laman lain (SuaraBaru, Jateng Daily)",
    alone=True,
)
def text_contradicts_baseline(innovation: Innovation, context: Context) -> Iterator[Found]:
    for outcome in innovation.outcomes or ():
        unit = minutes_of(outcome.indicator.unit)
        if unit is None or not outcome.indicator.baseline or not waits(outcome.indicator.name):
            continue
        told = durations(before_of(innovation.service_change or ""))
        if not told:
            return
        measured = unit * outcome.indicator.baseline
        nearest = min(told, key=lambda minutes: abs(minutes - measured))
        if not measured / 3 < nearest < measured * 3:
            message = Words(
                "Kalimatnya menyebut {told}, nilai awal “{name}” {base} {unit}.",
                "The sentence says {told}, the baseline of “{name}” is {base} {unit}.",
            )
            yield Found(
                "service_change",
                message.with_(
                    told=told[nearest],
                    name=outcome.indicator.name,
                    base=count(outcome.indicator.baseline),
                    unit=outcome.indicator.unit,
                ),
            )
