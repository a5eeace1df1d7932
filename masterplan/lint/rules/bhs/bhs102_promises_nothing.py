"""BHS102: a sentence that promises nothing."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.document.types import Innovation
from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.language.evidence import told
from masterplan.lint.language.lexicon import entries
from masterplan.lint.language.reading import Unit, read
from masterplan.lint.rule import Found, rule
from masterplan.lint.rules.enb.hearing import heard


@rule(
    "BHS102",
    about="innovations",
    severity="warning",
    title=Words("Kalimat yang tidak menjanjikan apa-apa", "A sentence that promises nothing"),
    what=Words(
        "Perubahan layanan yang hanya meningkatkan, mengoptimalkan, atau mendorong sesuatu, tanpa siapa, apa, dan berapa.",
        "A service change that only improves, optimises or encourages something: no who, what or how much.",
    ),
    why=Words(
        "Kata “meningkatkan” selalu benar dan tidak pernah dapat ditagih. Warga tidak tahu apa yang boleh diharapkannya.",
        "“Improve” is always true and can never be held to. Residents do not learn what they may expect.",
    ),
    example=Words(
        "Meningkatkan kualitas pelayanan kesehatan secara optimal",
        "Improving the quality of health services optimally",
    ),
    instead=Words(
        "Pasien dengan janji dilayani paling lama 20 menit setelah jamnya; sebelumnya 143 menit.",
        "Patients with an appointment are served within 20 minutes; it used to be 143.",
    ),
    source="Skema rencana: perubahan layanan adalah yang dialami warga, sebelum dan sesudah",
    alone=True,
)
def promises_nothing(innovation: Innovation, context: Context) -> Iterator[Found]:
    said = innovation.service_change
    if not said or told(said) or heard(innovation) is not None:
        return
    lever = next((unit for unit in read(said).units if _levers(unit)), None)
    if lever is not None:
        yield Found("service_change", MESSAGE.with_(said=said[lever.start : lever.end]))


def _levers(unit: Unit) -> bool:
    return unit.form.root in LEVERS and unit.is_("verb", "deed") and unit.low != "mudah"


LEVERS = entries("ease") - {"bantu", "layan", "cepat", "daya"}
MESSAGE = Words(
    "“{said}” belum menjanjikan apa pun. Tambahkan siapa yang mengalaminya, apa yang menjadi lain, dan seberapa banyak.",
    "“{said}” promises nothing yet. Add who lives it, what becomes different, and by how much.",
)
