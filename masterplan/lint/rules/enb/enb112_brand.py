"""ENB112: a product is named where its use should be."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.document.types import Innovation
from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.language import brand
from masterplan.lint.rule import Found, rule


@rule(
    "ENB112",
    about="innovations",
    severity="warning",
    title=Words(
        "Nama dagang di judul atau di pemungkinnya", "A product name in the title or in what it needs"
    ),
    what=Words(
        "Judul inovasi, atau judul pemungkin yang diperlukannya, menyebut nama produk atau pembuatnya.",
        "The title of an innovation, or of an enabler it needs, names a product or its maker.",
    ),
    why=Words(
        "Nama produk memilih pemenang sebelum kebutuhan ditulis dan mengikat daerah pada satu penyedia. Saluran yang "
        "dimiliki semua orang, seperti WhatsApp, bukan nama dagang dalam arti ini.",
        "A product name picks the winner before the need is written and ties the region to one vendor. Channels "
        "everybody has, such as WhatsApp, are none.",
    ),
    example=Words("Pemungkin: Oracle Database", "Enabler: Oracle Database"),
    instead=Words(
        "Tulis kegunaan dan standar terbukanya: “Penyimpanan data kependudukan, dapat dipindahkan ke penyedia lain”.",
        "Write its use and its open standard: “Storage of population data, movable to another vendor”.",
    ),
    source="Skema rencana: nama pemungkin tanpa merek; Perpres 16/2018 pasal 19: merek hanya untuk hal tertentu",
)
def brand_named(innovation: Innovation, context: Context) -> Iterator[Found]:
    if (name := brand(innovation.title)) is not None:
        yield Found("title", IN_TITLE.with_(name=name))
        return
    for enabler in context.enablers_of(innovation):
        if enabler.kind in DEVICES and (name := brand(enabler.title)) is not None:
            yield Found("enablers", IN_ENABLER.with_(name=name, enabler=enabler.title))
            return


DEVICES = ("technology", "data", "infrastructure")  # a partner may be called by its name
IN_TITLE = Words(
    "“{name}” di judul adalah nama dagang. Beri judul menurut layanannya; nama produk baru muncul saat pengadaan.",
    "“{name}” in the title is a product name. Name the innovation after its service; products come with the tender.",
)
IN_ENABLER = Words(
    "Pemungkin “{enabler}” menyebut nama dagang “{name}”. Tulis kegunaannya, supaya penyedia mana pun dapat memenuhinya.",
    "The enabler “{enabler}” names the product “{name}”. Write what it is for, so that any vendor may meet it.",
)
