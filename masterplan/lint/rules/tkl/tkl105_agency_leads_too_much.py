"""TKL105: one agency leads too much."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.rule import Found, rule

FEWEST = 10


@rule(
    "TKL105",
    severity="info",
    title=Words("Satu perangkat daerah memimpin terlalu banyak", "One agency leads too much"),
    what=Words(
        "Perangkat daerah yang memimpin lebih dari sepertiga inovasi.",
        "An agency that leads more than a third of the innovations.",
    ),
    why=Words(
        "Biasanya Diskominfo; inovasi layanan seharusnya milik dinas yang melayani.",
        "Usually the ICT agency; a service innovation belongs to the agency that serves.",
    ),
    example=Words("Diskominfo memimpin 12 dari 22.", "The ICT agency leads 12 of 22."),
    instead=Words(
        "Serahkan kepada dinas yang warganya dilayani; Diskominfo menjadi mitra.",
        "Hand them to the agency whose people are served; ICT is the partner.",
    ),
    source="Pasangan pembimbing dan OPD: seluruh perangkat daerah menulis bagiannya; wali kota Bontang 2019 tentang koordinasi",
)
def agency_leads_too_much(context: Context) -> Iterator[Found]:
    led = Counter(one.lead_agency for one in context.in_play if one.lead_agency)
    for code, held in led.items():
        if led.total() >= FEWEST and 3 * held > led.total():
            message = Words("Memimpin {held} dari {all} inovasi.", "It leads {held} of {all} innovations.")
            yield Found(
                "code", message.with_(held=held, all=led.total()), collection="agencies", element=code
            )
