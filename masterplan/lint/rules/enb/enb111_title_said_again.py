"""ENB111: the service change says the title again"""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.document.types import Innovation
from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.rule import Found, rule
from masterplan.lint.rules.enb.hearing import speaks


@rule(
    "ENB111",
    about="innovations",
    severity="warning",
    title=Words("Perubahan layanan mengulang judulnya", "The service change says the title again"),
    what=Words(
        "Perubahan layanan yang isinya sama dengan judul, tentang cara digital, tanpa keterangan baru.",
        "A service change that repeats the title about a digital way and adds nothing.",
    ),
    why=Words(
        "Mengulang judul berarti pertanyaan “apa yang berubah bagi warga” belum dijawab.",
        "Repeating the title leaves the question what changes for residents unanswered.",
    ),
    example=Words(
        "Judul: Pelayanan Online; perubahan layanan: Pelayanan online 24 jam",
        "Title: Online service; service change: Online service, 24 hours",
    ),
    instead=Words(
        "Judul: Surat dari rumah; perubahan layanan: Warga mengirim foto berkas malam ini dan menerima suratnya "
        "besok siang.",
        "Title: Letters from home; service change: Residents send a photo of their papers tonight and have the "
        "letter tomorrow noon.",
    ),
    source="Buku panduan penyusunan masterplan smart city (Gerakan Menuju 100 Smart City)",
    alone=True,
)
def title_said_again(innovation: Innovation, context: Context) -> Iterator[Found]:
    yield from speaks("repeated", innovation, MESSAGE)


MESSAGE = Words(
    "“{said}” sama dengan judulnya. Jawab pertanyaan berikutnya: sebelumnya bagaimana, sesudahnya bagaimana, bagi siapa?",
    "“{said}” is the title again. Answer the next question: how was it before, how will it be, for whom?",
)
