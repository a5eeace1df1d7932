"""ENB102: a purchase dressed as an innovation"""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.document.types import Innovation
from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.rule import Found, rule
from masterplan.lint.rules.enb.hearing import speaks


@rule(
    "ENB102",
    about="innovations",
    severity="warning",
    title=Words("Belanja yang menyamar sebagai inovasi", "A purchase dressed as an innovation"),
    what=Words(
        "Perubahan layanan menceritakan pengadaan, pembangunan, atau pemasangan alat, tanpa seorang pun yang "
        "dilayani dengan cara lain.",
        "The service change tells of buying, building or installing things, and of nobody who is served in another way.",
    ),
    why=Words(
        "Barang yang datang bukan layanan yang berubah. Warga merasakan waktu, jarak, ongkos, dan kepastian, bukan "
        "jumlah unit.",
        "Goods that arrive are no service that changes. People feel time, distance, cost and certainty, not the "
        "number of units.",
    ),
    example=Words(
        "Pengadaan dan pemasangan 200 unit CCTV di titik strategis",
        "Procurement and installation of 200 CCTV units at strategic points",
    ),
    instead=Words(
        "Sebelumnya motor hilang tiga kali sebulan di parkiran pasar. Sesudahnya petugas yang melihat kamera menegur "
        "sebelum pencuri masuk, dan pedagang pulang dengan motornya. Kameranya pindah ke daftar pemungkin.",
        "Before: three motorcycles a month were stolen at the market. After: a guard who sees the camera speaks up "
        "before the thief is in. The camera moves to the enablers.",
    ),
    source="National Geographic Indonesia 2018: kota cerdas bukan sekadar membeli server, komputer, atau jaringan",
    alone=True,
)
def purchase(innovation: Innovation, context: Context) -> Iterator[Found]:
    yield from speaks("purchase", innovation, MESSAGE)


MESSAGE = Words(
    "“{said}” adalah belanja; belum terbaca siapa yang dilayani berbeda karenanya. Pindahkan barangnya ke "
    "pemungkin, lalu tulis: sebelumnya warga …, sesudahnya warga ….",
    "“{said}” is a purchase; nobody is told to be served differently by it. Move the goods to the enablers and "
    "write: before, residents …; after, residents ….",
)
