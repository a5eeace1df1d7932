"""BHS111: a text in capitals."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.rule import Found, rule
from masterplan.lint.texts import texts


@rule(
    "BHS111",
    severity="info",
    title=Words("Ditulis dengan huruf besar semua", "Written all in capitals"),
    what=Words(
        "Teks lima kata atau lebih yang hampir seluruhnya huruf besar.",
        "A text of five words and more that is nearly all capitals.",
    ),
    why=Words(
        "Huruf besar semua sulit dibaca, nama dan singkatan hilang di dalamnya, dan pembaca layar mengejanya huruf "
        "demi huruf.",
        "Capitals are hard to read, names and abbreviations drown in them, and screen readers spell them letter by letter.",
    ),
    example=Words(
        "PASIEN MEMILIH JAM DAN DILAYANI TEPAT WAKTU",
        "PATIENTS PICK AN HOUR AND ARE SERVED ON TIME",
    ),
    instead=Words(
        "Pasien memilih jam dan dilayani tepat waktu",
        "Patients pick an hour and are served on time",
    ),
    source="EYD edisi V dan KBBI, Badan Pengembangan dan Pembinaan Bahasa",
)
def shouting(context: Context) -> Iterator[Found]:
    for text in texts(context):
        if text.said.isupper() and text.said.count(" ") >= 4:
            yield text.found(MESSAGE)


MESSAGE = Words(
    "Teks ini huruf besar semua. Tulis seperti kalimat biasa, agar nama dan singkatan tetap terlihat.",
    "This text is all capitals. Write it as a sentence, so that names and abbreviations stand out.",
)
