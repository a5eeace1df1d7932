"""ENB105: screens and dashboards that watch, and nobody served"""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.document.types import Innovation
from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.rule import Found, rule
from masterplan.lint.rules.enb.hearing import speaks


@rule(
    "ENB105",
    about="innovations",
    severity="warning",
    title=Words("Layar yang memantau, tidak ada yang dilayani", "Screens that watch, nobody served"),
    what=Words(
        "Kamera, layar, atau dashboard memantau atau dipantau pimpinan, tanpa tindakan yang sampai kepada warga.",
        "Cameras, screens or dashboards watch, or a leader watches them, and nothing reaches residents.",
    ),
    why=Words(
        "Melihat belum berarti menolong. Pemantauan berguna bila ada orang yang lalu bertindak dan warga yang merasakannya.",
        "Seeing is not helping. Watching is worth something once somebody acts and a resident feels it.",
    ),
    example=Words(
        "Pimpinan dapat memantau kinerja OPD secara real time melalui dashboard",
        "Leaders monitor the performance of agencies in real time on a dashboard",
    ),
    instead=Words(
        "Lampu jalan yang mati terlihat malam itu dan menyala kembali sebelum malam berikutnya; buruh yang pulang "
        "malam tidak lagi menunggu dijemput.",
        "A dead street lamp is seen that night and lit before the next; workers no longer wait to be fetched.",
    ),
    source="Buku panduan penyusunan masterplan smart city (Gerakan Menuju 100 Smart City)",
    alone=True,
)
def watched_not_served(innovation: Innovation, context: Context) -> Iterator[Found]:
    yield from speaks("watching", innovation, MESSAGE)


MESSAGE = Words(
    "“{said}” memperlihatkan sesuatu kepada petugas atau pimpinan. Tulis yang terjadi berikutnya: siapa "
    "bergerak, berapa lama, dan apa yang dirasakan warga.",
    "“{said}” shows something to officers or leaders. Write what happens next: who moves, how soon, and what "
    "residents feel.",
)
