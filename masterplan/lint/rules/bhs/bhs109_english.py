"""BHS109: English where Indonesian has a word."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.language.spelling import english
from masterplan.lint.rule import Found, rule
from masterplan.lint.texts import texts


@rule(
    "BHS109",
    severity="info",
    title=Words("Kata Inggris yang ada kata Indonesianya", "English where Indonesian has a word"),
    what=Words(
        "Kata Inggris di perubahan layanan, masalah, dan pemungkin yang padanannya umum dipakai. Judul tidak disentuh.",
        "English words in service changes, problems and enablers whose Indonesian is in common use. Titles are left alone.",
    ),
    why=Words(
        "Yang dilayani belum tentu mengerti. Kata Indonesia juga memaksa penulisnya tahu apa maksudnya.",
        "The people served may not understand. An Indonesian word also makes the writer know what is meant.",
    ),
    example=Words(
        "Monitoring dilakukan secara real time melalui dashboard",
        "(English words in an Indonesian sentence)",
    ),
    instead=Words(
        "Pemantauan dilakukan seketika melalui dasbor",
        "(the same in Indonesian)",
    ),
    source="UU 24/2009 dan Perpres 63/2019 tentang penggunaan bahasa Indonesia; padanan istilah Badan Bahasa",
)
def english_words(context: Context) -> Iterator[Found]:
    for text in texts(context, "problems", "innovations", "enablers"):
        if text.field != "title" and (found := english(text.said)):
            pairs = ", ".join(f"“{said}” → “{ours}”" for said, ours in found[:4])
            yield text.found(MESSAGE.with_(pairs=pairs))


MESSAGE = Words("Ada kata Indonesianya: {pairs}.", "There is an Indonesian word: {pairs}.")
