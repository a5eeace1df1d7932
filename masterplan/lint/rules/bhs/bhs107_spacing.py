"""BHS107: slips of spacing."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.language.spelling import badly_spaced, mended
from masterplan.lint.rule import Found, rule
from masterplan.lint.texts import texts


@rule(
    "BHS107",
    severity="info",
    title=Words("Spasi yang terselip", "Slips of spacing"),
    what=Words(
        "Spasi ganda, spasi sebelum koma, koma tanpa spasi, “Rp 1.000”, spasi di awal atau akhir.",
        "Double spaces, a space before a comma, none after it, “Rp 1.000”, spaces at either end.",
    ),
    why=Words(
        "Kecil, tetapi terlihat di setiap halaman buku; angka dengan spasi juga terpotong di ujung baris.",
        "Small, but seen on every page of the book; a figure with a space breaks at the end of a line.",
    ),
    example=Words(
        "Warga membayar Rp 25.000 , sekali sebulan",
        "Residents pay Rp 25.000 , once a month",
    ),
    instead=Words(
        "Warga membayar Rp25.000, sekali sebulan",
        "Residents pay Rp25.000, once a month",
    ),
    source="EYD edisi V dan KBBI, Badan Pengembangan dan Pembinaan Bahasa",
    fixable=True,
)
def spacing(context: Context) -> Iterator[Found]:
    for text in texts(context):
        if text.collection != "chapters" and (said := badly_spaced(text.said)) is not None:
            yield text.found(MESSAGE.with_(said=said), (text.rewritten(mended(text.said)),))


MESSAGE = Words("Spasi terselip di “{said}”.", "The spacing slips at “{said}”.")
