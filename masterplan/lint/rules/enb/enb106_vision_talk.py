"""ENB106: vision talk instead of a change"""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.document.types import Innovation
from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.rule import Found, rule
from masterplan.lint.rules.enb.hearing import speaks


@rule(
    "ENB106",
    about="innovations",
    severity="warning",
    title=Words("Semboyan, belum perubahan layanan", "A slogan, not yet a service change"),
    what=Words(
        "“Mewujudkan pelayanan prima berbasis teknologi”, “mendukung smart city”, dan sejenisnya, sebagai isi "
        "perubahan layanan.",
        "“Realising excellent technology-based service”, “supporting the smart city” and the like, as the service change.",
    ),
    why=Words(
        "Kalimat yang cocok untuk rencana daerah mana pun tidak menjanjikan apa-apa kepada warga daerah ini, dan "
        "tidak dapat ditagih.",
        "A sentence that fits any region's plan promises nothing to the people of this one and cannot be held to.",
    ),
    example=Words(
        "Mewujudkan pelayanan prima berbasis teknologi informasi",
        "Realising excellent service based on information technology",
    ),
    instead=Words(
        "Petugas damkar tiba paling lama 15 menit setelah warga menelepon; dulu rata-rata 40 menit.",
        "Firefighters arrive within 15 minutes of the call; it used to be 40 on average.",
    ),
    source="Buku panduan penyusunan masterplan smart city (Gerakan Menuju 100 Smart City)",
    alone=True,
)
def vision_talk(innovation: Innovation, context: Context) -> Iterator[Found]:
    yield from speaks("vision", innovation, MESSAGE)


MESSAGE = Words(
    "“{said}” dapat ditulis di rencana mana pun. Ganti dengan satu hal yang dapat dilihat orang: siapa, "
    "mengalami apa, sebelumnya dan sesudahnya.",
    "“{said}” could stand in any plan. Put one thing there that a person could see: who lives what, before and after.",
)
