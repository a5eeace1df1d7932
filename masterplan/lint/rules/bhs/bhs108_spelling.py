"""BHS108: a word with another right spelling."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.language.spelling import mended, misspelled, right
from masterplan.lint.rule import Found, rule
from masterplan.lint.texts import texts


@rule(
    "BHS108",
    severity="info",
    title=Words("Ejaan yang tidak baku", "A word with another right spelling"),
    what=Words(
        "Kata dengan satu ejaan baku yang lain: di karenakan, dimana, ijin, resiko, antrian. Nama dan judul tidak disentuh.",
        "Words that have another right spelling. Names and titles are left alone.",
    ),
    why=Words(
        "Buku rencana menjadi lampiran peraturan; ejaannya ikut diundangkan.",
        "The books become annexes of a regulation; their spelling is enacted too.",
    ),
    example=Words(
        "Warga menunggu ijin dikarenakan antrian panjang",
        "(Indonesian spelling)",
    ),
    instead=Words(
        "Warga menunggu izin karena antrean panjang",
        "(Indonesian spelling, standard)",
    ),
    source="EYD edisi V dan KBBI, Badan Pengembangan dan Pembinaan Bahasa",
    fixable=True,
)
def spelling(context: Context) -> Iterator[Found]:
    for text in texts(context):
        if text.field == "title" or text.collection == "chapters":
            continue
        if (said := misspelled(text.said)) is not None:
            yield text.found(
                MESSAGE.with_(said=said, right=right(said)), (text.rewritten(mended(text.said)),)
            )


MESSAGE = Words("“{said}” ditulis “{right}”.", "“{said}” is spelled “{right}”.")
