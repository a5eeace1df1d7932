"""KSA103: its only door is online."""

from __future__ import annotations

import re
from collections.abc import Iterator

from masterplan.document.types import Innovation
from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.rule import Found, rule

_ONLINE = re.compile(
    r"\b(?:(?:melalui|lewat|dengan|di|menggunakan|memakai|secara|via) (?:satu |sebuah )?(?:aplikasi|daring|online|ponsel|situs"
    r"|website|laman|portal)|mengunduh aplikasi|serba daring)\b",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\b(?:loket|kantor|petugas|kader|telepon|ditelepon|menelepon|sms|desa|kelurahan|kecamatan|balai|posyandu|puskesmas|rt|rw|luring"
    r"|tatap muka|datang|kunjungan|rumah|pasar|pos|gerai|mal pelayanan|keliling|papan|radio)\b",
    re.IGNORECASE,
)


@rule(
    "KSA103",
    about="innovations",
    severity="info",
    title=Words("Satu-satunya pintunya daring", "Its only door is online"),
    what=Words(
        "Perubahan layanan yang hanya lewat aplikasi atau daring, tanpa pintu lain.",
        "A service change through an application only, with no other door.",
    ),
    why=Words(
        "Yang tidak punya ponsel atau sinyal kehilangan layanan yang dulu mereka punya.",
        "Those without phone or signal lose a service they had.",
    ),
    example=Words(
        "Sesudahnya warga mengurus semuanya melalui aplikasi.",
        "Afterwards residents arrange everything in the application.",
    ),
    instead=Words(
        "Sebut juga pintu lain: loket, kantor desa, kader, telepon.",
        "Name the other door as well: a counter, the village office, a volunteer, a telephone.",
    ),
    source="Tujuan Pembangunan Berkelanjutan: tidak meninggalkan siapa pun; Kutai Kartanegara, 13 desa di luar jangkauan",
    alone=True,
)
def online_only(innovation: Innovation, context: Context) -> Iterator[Found]:
    text = f"{innovation.service_change or ''} {innovation.beneficiaries or ''}"
    online = _ONLINE.search(text)
    if online and not _OTHER.search(text):
        message = Words("“{words}” adalah satu-satunya pintunya.", "“{words}” is its only door.")
        yield Found("service_change", message.with_(words=online.group()))
