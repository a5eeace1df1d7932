"""ENB103: a command centre without anyone served"""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.document.types import Innovation
from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.rule import Found, rule
from masterplan.lint.rules.enb.hearing import speaks


@rule(
    "ENB103",
    about="innovations",
    severity="warning",
    title=Words("Pusat kendali tanpa warga yang dilayani", "A command centre that serves nobody"),
    what=Words(
        "Command center, ruang kendali, atau pusat komando disebut, tetapi tidak ada warga yang mengalami sesuatu.",
        "A command centre or control room is named, and no resident lives anything.",
    ),
    why=Words(
        "Ruang kendali yang mewah dengan fungsi yang miskin adalah contoh buruk di panduan gerakan ini sendiri. Yang "
        "berharga adalah yang terjadi di luar ruangan itu.",
        "A luxurious control room with a poor function is the bad example in the programme's own guide. What counts "
        "happens outside the room.",
    ),
    example=Words(
        "Tersedianya ruang kendali dengan video wall 24 panel",
        "A control room with a video wall of 24 panels is available",
    ),
    instead=Words(
        "Sebelumnya warga menelepon enam nomor; sesudahnya satu nomor dijawab dalam sepuluh detik dan regu terdekat "
        "berangkat.",
        "Before: residents rang six numbers; after: one number answers in ten seconds and the nearest crew leaves.",
    ),
    source="Panduan pendampingan 2017: command center mewah berfungsi miskin sebagai contoh yang harus dihindari",
    alone=True,
)
def command_centre(innovation: Innovation, context: Context) -> Iterator[Found]:
    yield from speaks("centre", innovation, MESSAGE)


MESSAGE = Words(
    "“{said}” baru sebuah ruangan. Siapa yang meneleponnya, siapa yang lalu datang, dan dalam berapa menit? "
    "Tulis itu sebagai perubahan layanan, atau hapus inovasinya.",
    "“{said}” is only a room so far. Who calls it, who then comes, and in how many minutes? Write that as the "
    "service change, or drop the innovation.",
)
