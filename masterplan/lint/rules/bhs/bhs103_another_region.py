"""BHS103: the text of another region."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.language.regions import bare, claimed
from masterplan.lint.rule import Found, rule
from masterplan.lint.texts import texts


@rule(
    "BHS103",
    severity="error",
    title=Words("Nama daerah lain tertinggal di teks", "Another region's name left in the text"),
    what=Words(
        "Teks yang menyebut kota, kabupaten, dinas, atau warga daerah lain seolah miliknya sendiri. Menyebut daerah "
        "lain sebagai contoh, tujuan, atau asal tidak apa-apa.",
        "A text that speaks of another region's city, agency or residents as its own. Naming one as an example, "
        "destination or origin is fine.",
    ),
    why=Words(
        "Rencana yang disalin menjanjikan layanan kepada orang yang tidak tinggal di sini, dan angkanya pun biasanya "
        "ikut tersalin.",
        "A copied plan promises service to people who do not live here, and its figures are usually copied too.",
    ),
    example=Words(
        "Seluruh sekolah di Kota Latihan Baru menggunakan … (di rencana Kabupaten Latihan)",
        "All schools in Kota Latihan Baru use … (in the plan of Kabupaten Latihan)",
    ),
    instead=Words(
        "Tulis dengan nama, jumlah, dan keadaan daerah sendiri; bila meniru daerah lain, isi “diadopsi dari”.",
        "Write with your own names, numbers and conditions; when following another region fill in “adopted from”.",
    ),
    source="Nama daerah: Kementerian Dalam Negeri, melalui idn-area-data (ODbL)",
)
def another_region(context: Context) -> Iterator[Found]:
    own = {
        bare(context.plan.region.name),
        *(district.name.lower() for district in context.plan.districts or ()),
    }
    adopted = {one.id: bare(one.adopted_from.region) for one in context.innovations if one.adopted_from}
    for text in texts(context, "problems", "innovations", "enablers"):
        strangers = [name for name in claimed(text.said) if not _is_ours(name, own)]
        if strangers and adopted.get(text.element or "") not in strangers:
            yield text.found(MESSAGE.with_(name=strangers[0].title(), region=context.plan.region.name))


def _is_ours(name: str, own: set[str]) -> bool:
    """Whether it names this region or a district of it; "latihan kota" is ours where a district is called so."""
    return name in own or any(
        name.startswith(one) and name.removeprefix(one).strip() in ("kota", "kabupaten") for one in own
    )


MESSAGE = Words(
    "Teks ini menyebut “{name}”, padahal rencana ini milik {region}. Periksa apakah kalimat dan angkanya "
    "tersalin dari rencana lain.",
    "This text names “{name}”, while the plan is that of {region}. See whether its words and figures were copied "
    "from another plan.",
)
