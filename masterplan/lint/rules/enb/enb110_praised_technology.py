"""ENB110: technology with adjectives of a brochure"""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.document.types import Innovation
from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.rule import Found, rule
from masterplan.lint.rules.enb.hearing import speaks


@rule(
    "ENB110",
    about="innovations",
    severity="warning",
    title=Words("Teknologi yang dipuji, layanan yang tidak disebut", "Technology praised, service not named"),
    what=Words(
        "Alat atau sistem disebut canggih, modern, terpadu, terdepan, andal, tanpa seorang pun yang dilayani.",
        "A device or system is called advanced, modern, integrated, leading, reliable, and nobody is served.",
    ),
    why=Words(
        "Pujian adalah bahasa brosur. Warga tidak memerlukan sistem yang andal, tetapi urusan yang selesai.",
        "Praise is the language of brochures. Residents do not need a reliable system but an errand that is done.",
    ),
    example=Words(
        "Aplikasi wisata dengan fitur augmented reality kelas dunia",
        "A tourism application with world-class augmented reality",
    ),
    instead=Words(
        "Wisatawan memesan pemandu dan penginapan warga lewat satu nomor dengan tarif tertulis.",
        "Visitors book a guide and a room at one number, with written prices.",
    ),
    source="Buku panduan penyusunan masterplan smart city (Gerakan Menuju 100 Smart City)",
    alone=True,
)
def praised_technology(innovation: Innovation, context: Context) -> Iterator[Found]:
    yield from speaks("praise", innovation, MESSAGE)


MESSAGE = Words(
    "“{said}” memuji alatnya. Hapus pujiannya, dan tulis apa yang dialami orang yang dilayani, sebelum dan sesudahnya.",
    "“{said}” praises the device. Drop the praise and write what the people served live through, before and after.",
)
