"""CHN103: its service change is not written."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.missing import missing
from masterplan.lint.rule import Found, rule


@rule(
    "CHN103",
    severity="warning",
    title=Words("Perubahan layanannya belum ditulis", "Its service change is not written"),
    what=Words(
        "Inovasi tanpa perubahan layanan: apa yang dialami warga sebelum dan sesudahnya.",
        "An innovation without a service change: what residents live through before and after.",
    ),
    why=Words(
        "Inovasi adalah perubahan layanan; tanpa kalimat ini yang tersisa hanya nama.",
        "An innovation is a change of a service; without this sentence only a name is left.",
    ),
    example=Words(
        "Gerbang digital kota; perubahan layanan: (kosong)", "A digital city gate; service change: (empty)"
    ),
    instead=Words("Sebelumnya warga … Sesudahnya warga …", "Before, residents … After, residents …"),
    source="Konstitusi Gerakan: inovasi yang memperbaiki layanan publik didahulukan; peringatan para pendiri",
)
def service_change_missing(context: Context) -> Iterator[Found]:
    thing = Words("perubahan layanan", "a service change")
    yield from missing(
        context,
        "innovations",
        "service_change",
        thing,
        lambda innovation: not (innovation.service_change or "").strip(),
    )
