"""ENB108: digitised, without saying what gets easier"""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.document.types import Innovation
from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.rule import Found, rule
from masterplan.lint.rules.enb.hearing import speaks


@rule(
    "ENB108",
    about="innovations",
    severity="warning",
    title=Words("Didigitalkan, tetapi apa yang menjadi ringan?", "Digitised – but what gets lighter?"),
    what=Words(
        "Perubahan “dari manual ke digital”, “digitalisasi”, atau “secara elektronik” tanpa beban yang hilang.",
        "“From manual to digital”, “digitisation”, “electronically”, with no burden gone.",
    ),
    why=Words(
        "Kertas yang pindah ke layar dapat sama lamanya, sama jauhnya, dan lebih sulit bagi yang tidak punya gawai.",
        "Paper moved to a screen may take as long, be as far, and be harder for those without a device.",
    ),
    example=Words(
        "Sebelumnya manual, sekarang menggunakan aplikasi", "Formerly manual, now by an application"
    ),
    instead=Words(
        "Pemohon tidak lagi menyalin KTP dan KK di tiga loket; datanya dibaca petugas dan suratnya jadi dalam "
        "sepuluh menit.",
        "Applicants no longer copy their papers at three counters; the clerk reads the data and the letter is ready "
        "in ten minutes.",
    ),
    source="Buku panduan penyusunan masterplan smart city (Gerakan Menuju 100 Smart City)",
    alone=True,
)
def digitised_without_relief(innovation: Innovation, context: Context) -> Iterator[Found]:
    yield from speaks("digital", innovation, MESSAGE)


MESSAGE = Words(
    "“{said}” menyebut cara, belum hasilnya. Apa yang tidak perlu lagi dilakukan, ditunggu, atau dibayar warga "
    "setelah menjadi digital?",
    "“{said}” names a way, not yet a result. What need residents no longer do, wait for or pay once it is digital?",
)
