"""ENB113: nothing but technology is needed, and no service is told."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.document.types import Innovation
from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.rule import Found, rule
from masterplan.lint.rules.enb.hearing import heard

DEVICES = ("technology", "data", "infrastructure")


@rule(
    "ENB113",
    about="innovations",
    severity="warning",
    title=Words(
        "Yang diperlukan hanya alat, dan layanannya tidak diceritakan",
        "Only devices are needed, and no service is told",
    ),
    what=Words(
        "Teks inovasi mendahulukan teknologi, dan semua pemungkinnya teknologi, data, atau prasarana: tidak ada "
        "orang, aturan, lembaga, atau mitra.",
        "The words put technology first, and all enablers are technology, data or infrastructure: no people, rule, "
        "organisation or partner.",
    ),
    why=Words(
        "Layanan diubah oleh orang yang bekerja dengan cara lain. Daftar yang berisi alat saja adalah daftar belanja.",
        "A service is changed by people who work in another way. A list of nothing but devices is a shopping list.",
    ),
    example=Words(
        "Ruang kendali yang canggih; pemungkin: layar besar, pusat data",
        "An advanced control room; enablers: a big screen, a data centre",
    ),
    instead=Words(
        "Tambahkan siapa yang melayani berbeda (petugas, kader), aturan yang memberinya wewenang, dan lembaga yang "
        "menjaganya.",
        "Add who serves differently (clerks, volunteers), the rule that empowers them and the body that keeps it going.",
    ),
    source="Panduan kesiapan: struktur, infrastruktur, suprastruktur; bukan infrastruktur saja",
)
def only_technology(innovation: Innovation, context: Context) -> Iterator[Found]:
    needs = context.enablers_of(innovation)
    if needs and all(one.kind in DEVICES for one in needs) and heard(innovation) is not None:
        yield Found("enablers", MESSAGE.with_(first=needs[0].title))


MESSAGE = Words(
    "Yang diperlukan hanya alat (“{first}” dan sejenisnya), sedangkan layanannya belum diceritakan. Siapa yang "
    "akan melayani dengan cara lain, dan dengan aturan apa?",
    "Only devices are needed (“{first}” and the like), and no service is told. Who will serve in another way, "
    "and by which rule?",
)
