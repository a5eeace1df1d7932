"""MSL106: this problem is an answer that has not been bought yet."""

from __future__ import annotations

import re
from collections.abc import Iterator

from masterplan.document.types import Problem
from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.rule import Found, rule

_LACK = re.compile(
    r"\b(?:belum|tidak|tak) (?:ada|adanya|tersedia|tersedianya|memiliki|punya|terpasang)\b(?: \S+){0,2}?"
    r" (?:aplikasi|sistem informasi|cctv|kamera|server|command center|pusat kendali|dashboard|dasbor|website|portal"
    r"|sensor|perangkat lunak|big data)\b"
    r"|\b(?:kurang|minim|terbatas)nya (?:jumlah )?(?:aplikasi|sistem informasi|cctv|kamera|server|sensor|perangkat)\b",
    re.IGNORECASE,
)


@rule(
    "MSL106",
    about="problems",
    severity="warning",
    title=Words(
        "Masalah ini sebenarnya jawaban yang belum dibeli",
        "This problem is an answer that has not been bought yet",
    ),
    what=Words(
        "Masalah yang berbunyi “belum ada aplikasi”, “kurangnya CCTV”, “belum tersedianya sistem”.",
        "A problem that reads “there is no application”, “too few cameras”, “no system yet”.",
    ),
    why=Words(
        "Belum adanya alat bukan masalah warga; rumusan ini sudah memilih jawabannya sebelum bertanya.",
        "That a device is missing is no resident’s problem; such wording has chosen the answer before asking.",
    ),
    example=Words(
        "Belum adanya aplikasi antrean puskesmas", "There is no queueing application at the health centre"
    ),
    instead=Words(
        "Pasien menunggu tiga jam di puskesmas tanpa tahu gilirannya",
        "Patients wait three hours at the health centre without knowing their turn",
    ),
    source="Menkominfo Rudiantara, Kompas 2018: tentukan dulu manfaat bagi publik, baru cari teknologinya",
    alone=True,
)
def missing_solution(problem: Problem, context: Context) -> Iterator[Found]:
    seen = _LACK.search(problem.title)
    if seen:
        message = Words(
            "“{words}” menyebut alat yang belum ada, bukan yang dialami warga. Tulis apa yang terjadi pada warga karena itu.",
            "“{words}” names a missing device, not what residents live through. Write what happens to them because of it.",
        )
        yield Found("title", message.with_(words=seen.group()))
