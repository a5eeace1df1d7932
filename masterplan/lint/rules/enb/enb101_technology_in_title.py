"""ENB101: the title is a technology, and nothing tells what it does for whom"""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.document.types import Innovation
from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.rule import Found, rule
from masterplan.lint.rules.enb.hearing import speaks


@rule(
    "ENB101",
    about="innovations",
    severity="warning",
    title=Words("Teknologi disebut sebelum layanannya", "Technology named before its service"),
    what=Words(
        "Judul inovasi adalah nama teknologi, sedangkan perubahan layanannya kosong atau tidak bercerita tentang siapa pun.",
        "The title is a technology, while the service change is empty or tells of nobody.",
    ),
    why=Words(
        "Teknologi baru berarti sesudah diketahui layanan mana yang berubah bagi siapa. Judul yang dimulai dari alat "
        "biasanya berakhir sebagai belanja.",
        "Technology means something once it is known which service changes for whom. A title that starts with a "
        "device usually ends as a purchase.",
    ),
    example=Words(
        "Judul: Dashboard Kinerja; perubahan layanan: (kosong)",
        "Title: Performance dashboard; service change: (empty)",
    ),
    instead=Words(
        "Judul: Keluhan dijawab dalam tiga hari. Perubahan layanan: dulu tiga minggu atau tidak pernah; sekarang "
        "pelapor tahu siapa yang menangani dan kapan selesai.",
        "Title: Complaints answered within three days. Service change: it took three weeks or never came; now people "
        "know who deals with it and when.",
    ),
    source="Rudiantara, Kompas 2018: tentukan dulu manfaatnya bagi publik, baru cari teknologinya",
    alone=True,
)
def technology_in_title(innovation: Innovation, context: Context) -> Iterator[Found]:
    yield from speaks("title", innovation, MESSAGE)


MESSAGE = Words(
    "“{said}” di judul belum mengubah apa pun bagi warga. Tulis dulu apa yang akan dialami warga, sebelum dan "
    "sesudahnya, lalu beri judul menurut layanannya.",
    "“{said}” in the title changes nothing for residents yet. Write first what they will live through, before "
    "and after, and name the innovation after the service.",
)
