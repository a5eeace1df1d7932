"""KSA105: most of the worth goes to one district."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.impact import by_district
from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.rule import Found, rule
from masterplan.lint.saying import share


@rule(
    "KSA105",
    severity="info",
    title=Words("Sebagian besar manfaatnya di satu kecamatan", "Most of the worth goes to one district"),
    what=Words(
        "Kecamatan yang mendapat lebih dari separuh orang-tahun, padahal penduduknya kurang dari seperempat.",
        "A district with more than half of the person-years but less than a quarter of the residents.",
    ),
    why=Words(
        "Biasanya pusat kota; kecamatan lain hanya mendengar peresmiannya.",
        "Usually the centre; the others only hear of the opening.",
    ),
    example=Words(
        "Latihan Kota 61 persen manfaat, 13 persen penduduk.",
        "Latihan Kota 61 per cent of the worth, 13 per cent of the residents.",
    ),
    instead=Words(
        "Pilih juga yang menjangkau kecamatan lain, atau tulis alasannya.",
        "Choose what reaches other districts as well, or say why.",
    ),
    source="Tujuan Pembangunan Berkelanjutan: tidak meninggalkan siapa pun; Kutai Kartanegara, 13 desa di luar jangkauan",
)
def one_district_gains_most(context: Context) -> Iterator[Found]:
    residents = {one.code: one.population or 0 for one in context.plan.districts or ()}
    everybody = sum(residents.values())
    if context.impact is None or not everybody:
        return
    total = context.impact.person_years.expected
    for code, gain in by_district(context.plan, context.impact).districts.items():
        part = residents.get(code, 0) / everybody
        if total and gain.expected > total / 2 and part < 1 / 4:
            message = Words(
                "{code}: {gain} manfaat, {part} penduduk.",
                "{code}: {gain} of the worth, {part} of the residents.",
            )
            yield Found(
                "districts", message.with_(code=code, gain=share(gain.expected / total), part=share(part))
            )
