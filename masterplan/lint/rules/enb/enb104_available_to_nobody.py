"""ENB104: available, built, installed or integrated, and nobody served"""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.document.types import Innovation
from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.rule import Found, rule
from masterplan.lint.rules.enb.hearing import speaks


@rule(
    "ENB104",
    about="innovations",
    severity="warning",
    title=Words(
        "Tersedia, terbangun, terpasang, tetapi untuk apa?", "Available, built, installed – but what for?"
    ),
    what=Words(
        "Yang diceritakan hanyalah bahwa sesuatu tersedia, terbangun, terpasang, atau terintegrasi.",
        "All that is told is that something is available, built, installed or integrated.",
    ),
    why=Words(
        "“Tersedia” selesai pada hari serah terima barang. Layanan baru berubah ketika ada orang yang memakainya dan "
        "hidupnya menjadi lain.",
        "“Available” is done on the day of delivery. A service changes when somebody uses it and lives differently.",
    ),
    example=Words(
        "Tersedianya sistem antrean online di Mal Pelayanan Publik",
        "An online queueing system is available at the public service mall",
    ),
    instead=Words(
        "Pemohon memilih jam dari rumah, datang pada jamnya, dan dilayani paling lama 20 menit kemudian; sebelumnya "
        "menunggu tiga jam.",
        "Applicants pick an hour at home and are served within 20 minutes; they used to wait three hours.",
    ),
    source="Buku panduan penyusunan masterplan smart city (Gerakan Menuju 100 Smart City)",
    alone=True,
)
def available_to_nobody(innovation: Innovation, context: Context) -> Iterator[Found]:
    yield from speaks("available", innovation, MESSAGE)


MESSAGE = Words(
    "“{said}” menceritakan keadaan alat, bukan pengalaman orang. Sesudah alat itu ada: siapa melakukan apa "
    "dengan cara lain, dan berapa lama, berapa jauh, berapa ongkosnya?",
    "“{said}” tells the state of a device, not what a person lives. Once it is there: who does what in another "
    "way, how long, how far, at what cost?",
)
