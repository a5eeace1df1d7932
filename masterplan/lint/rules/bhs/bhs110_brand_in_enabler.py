"""BHS110: a product name in an enabler that nothing needs yet."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.document.types import Enabler
from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.language.brands import brand
from masterplan.lint.rule import Found, rule


@rule(
    "BHS110",
    about="enablers",
    severity="warning",
    title=Words("Nama dagang di pemungkin", "A product name in an enabler"),
    what=Words(
        "Pemungkin yang belum diperlukan inovasi mana pun dan judulnya menyebut nama produk. Yang sudah diperlukan "
        "ditegur di inovasinya (ENB112).",
        "An enabler that no innovation needs yet and whose title names a product. Where one needs it, ENB112 speaks "
        "at the innovation.",
    ),
    why=Words(
        "Nama pemungkin adalah kegunaannya. Merek dipilih lewat pengadaan, bukan lewat rencana.",
        "An enabler is named by its use. Brands are chosen by tender, not by a plan.",
    ),
    example=Words(
        "Aplikasi TaniPlus Pro v3",
        "TaniPlus Pro v3 application",
    ),
    instead=Words(
        "Pencatatan hasil panen kelompok tani, dapat dipakai tanpa sinyal",
        "Harvest records of farmer groups, usable without signal",
    ),
    source="Skema rencana: nama pemungkin tanpa merek",
)
def brand_in_enabler(enabler: Enabler, context: Context) -> Iterator[Found]:
    if (
        enabler.kind in DEVICES
        and enabler.id not in context.needed_by
        and (name := brand(enabler.title)) is not None
    ):
        yield Found("title", MESSAGE.with_(name=name))


DEVICES = ("technology", "data", "infrastructure")  # a partner may be called by its name
MESSAGE = Words(
    "“{name}” adalah nama dagang. Tulis kegunaannya, supaya penyedia mana pun dapat memenuhinya.",
    "“{name}” is a product name. Write what it is for, so that any vendor may meet it.",
)
