"""SLR301: two innovations that say nearly the same."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.document.types import Innovation
from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.language.likeness import alike
from masterplan.lint.rule import Found, rule


@rule(
    "SLR301",
    severity="warning",
    title=Words("Dua inovasi yang hampir sama", "Two innovations that are nearly the same"),
    what=Words(
        "Dua inovasi dalam satu rencana yang judul dan perubahan layanannya hampir sama, terutama dari dinas yang berbeda.",
        "Two innovations of one plan whose title and service change say nearly the same, above all of different agencies.",
    ),
    why=Words(
        "Satu layanan yang dibangun dua kali dibayar dua kali, dan warga bingung harus ke mana.",
        "A service built twice is paid twice, and residents do not know which way to go.",
    ),
    example=Words(
        "“Kalender bersama desa wisata” dan “Kalender bersama kampung bahari”, dari dua dinas",
        "“A shared calendar of tourism villages” and “A shared calendar of coastal villages”, of two agencies",
    ),
    instead=Words(
        "Satukan menjadi satu inovasi dengan satu penanggung jawab dan dinas lain sebagai mitra, atau tulis apa yang "
        "membedakannya.",
        "Make them one, with one agency to lead and the other as partner, or write what tells them apart.",
    ),
    source="Panduan: integrasi antarperangkat daerah; tahun pertama, buat yang sudah ada bekerja bersama (Jurnal Polisi 2019)",
)
def near_duplicate(context: Context) -> Iterator[Found]:
    innovations = context.innovations
    twins = {right: left for left, right, _ in alike([_said(one) for one in innovations])}
    for right, left in sorted(twins.items()):
        later, earlier = innovations[right], innovations[left]
        if later.alternative_group is None or later.alternative_group != earlier.alternative_group:
            apart = later.lead_agency and earlier.lead_agency and later.lead_agency != earlier.lead_agency
            message = (OF_TWO if apart else OF_ONE).with_(
                key=earlier.id, title=earlier.title, agency=earlier.lead_agency or ""
            )
            yield Found("title", message, collection="innovations", element=later.id)


def _said(innovation: Innovation) -> str:
    return f"{innovation.title}\n{innovation.service_change or ''}"


OF_TWO = Words(
    "Hampir sama dengan {key} “{title}” milik {agency}. Satukan dengan satu penanggung jawab, atau tulis apa "
    "bedanya bagi warga.",
    "Nearly the same as {key} “{title}” of {agency}. Make them one with one agency to lead, or write how they "
    "differ for residents.",
)
OF_ONE = Words(
    "Hampir sama dengan {key} “{title}”. Satukan, atau tulis apa bedanya bagi warga.",
    "Nearly the same as {key} “{title}”. Make them one, or write how they differ for residents.",
)
