"""ENB107: the application or device is told as the change"""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.document.types import Innovation
from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.rule import Found, rule
from masterplan.lint.rules.enb.hearing import speaks


@rule(
    "ENB107",
    about="innovations",
    severity="warning",
    title=Words(
        "Aplikasi atau alatnya yang disebut sebagai perubahan",
        "The application or device is told as the change",
    ),
    what=Words(
        "Yang berubah menurut teksnya: ada aplikasi, sistem, atau alat yang dapat diunduh, dipakai, atau dimiliki.",
        "What changes, by the text: there is an application, a system or a device to download, use or own.",
    ),
    why=Words(
        "Mengunduh aplikasi bukan layanan. Urusan yang menjadi singkat karenanya, itulah layanannya.",
        "Downloading an application is no service. The errand that gets short by it is.",
    ),
    example=Words(
        "Masyarakat dapat mengunduh aplikasi SIPANDAI di Play Store",
        "Residents can download the SIPANDAI application",
    ),
    instead=Words(
        "Orang tua mendaftarkan anaknya ke SMP dari rumah, tidak perlu lagi menginap di depan sekolah demi nomor urut.",
        "Parents register their child for school from home and no longer camp before its gate for a number.",
    ),
    source="Rudiantara, Kompas 2018: tentukan dulu manfaatnya bagi publik, baru cari teknologinya",
    alone=True,
)
def application_is_the_change(innovation: Innovation, context: Context) -> Iterator[Found]:
    yield from speaks("application", innovation, MESSAGE)


MESSAGE = Words(
    "“{said}” adalah jalannya. Urusan apa yang selesai lewat jalan itu, oleh siapa, dan apa yang tidak perlu "
    "lagi mereka lakukan?",
    "“{said}” is the way. Which errand is done by that way, by whom, and what need they no longer do?",
)
