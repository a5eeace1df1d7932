"""KSA102: nobody thought of those who can hardly go online."""

from __future__ import annotations

import re
from collections.abc import Iterator

from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.rule import Found, rule

FEWEST = 10
_HARD = re.compile(
    r"\b(?:lansia|lanjut usia|difabel|disabilitas|tunanetra|tuli|kursi roda|tanpa sinyal|tidak ada sinyal|di luar jangkauan"
    r"|tidak punya (?:ponsel|hp|gawai|telepon)|tanpa (?:ponsel|hp|gawai|telepon)|buta huruf|tidak bisa membaca)\b"
)


@rule(
    "KSA102",
    severity="warning",
    title=Words(
        "Tidak ada yang memikirkan warga yang sukar daring",
        "Nobody thought of those who can hardly go online",
    ),
    what=Words(
        "Rencana yang tidak menyebut lansia, penyandang disabilitas, warga tanpa sinyal, atau yang tidak punya ponsel.",
        "A plan that names no elderly, no disabled, nobody without signal or phone.",
    ),
    why=Words(
        "Merekalah yang paling lama antre ketika layanan pindah ke aplikasi.",
        "They wait longest when a service moves into an application.",
    ),
    example=Words("Semua layanan lewat aplikasi.", "All services through an application."),
    instead=Words(
        "Tulis pintu lain: loket, kader, telepon, kantor desa.",
        "Write another door: a counter, a volunteer, a telephone, the village office.",
    ),
    source="UU 8/2016 tentang Penyandang Disabilitas",
)
def nobody_offline(context: Context) -> Iterator[Found]:
    texts = [problem.group or "" for problem in context.problems] + [
        problem.description or "" for problem in context.problems
    ]
    texts += [one.beneficiaries or "" for one in context.in_play] + [
        one.service_change or "" for one in context.in_play
    ]
    if len(context.in_play) >= FEWEST and not any(_HARD.search(text.lower()) for text in texts):
        yield Found("problems")
