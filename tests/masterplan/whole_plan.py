"""The training plan with everything the books can tell: targets of readiness, risks, prose, figures, accepted
findings; and pictures made here."""

from __future__ import annotations

import struct
import zlib
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from masterplan.document import load, parse
from masterplan.document.types import Plan

LATIHAN = Path(__file__).parents[2] / "haluan" / "plans" / "data" / "kabupaten-latihan.json"
BODY = """# Dari mana rencana ini

Musyawarah di **empat belas** kecamatan, *dua hari* masing-masing; lihat [situs](https://example.org/musyawarah).

- Warga menyebut yang paling terasa
  - lalu mengurutkannya
- Dinas menjawab

> Kami tidak minta aplikasi; kami minta loketnya buka.

![](GB-01)

| Kecamatan | Hadir |
|---|---:|
| Ladang Lama | 41 |

## Yang belum

1. Pulau terluar belum didatangi

![](GB-02)
"""


def png(width: int, height: int, *extra: tuple[bytes, bytes]) -> bytes:
    """A whole picture of one colour, with extra chunks after its head."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    rows = zlib.compress(b"".join(b"\0" + b"\x0b\x5c\x6b" * width for _ in range(height)))
    middle = b"".join(chunk(*one) for one in extra)
    return b"\x89PNG\r\n\x1a\n" + head + middle + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


PICTURES = {sha256(png(40, 30)).hexdigest(): png(40, 30)}


@cache
def whole_data() -> dict[str, Any]:
    data: dict[str, Any] = dict(parse(LATIHAN.read_bytes()))
    data["readiness"] = [
        {**one, "target_level": min(5, one["level"] + 2), "gap": f"Kurang satu hal pada {one['id']}"}
        for one in data["readiness"]
    ]
    first, second = data["innovations"][0], data["innovations"][1]
    data["innovations"] = [
        {**first, "issues": ["SW-01"], "readiness": ["RD-01"], "sub_activities": SUB_ACTIVITIES},
        second,
        *data["innovations"][2:],
    ]
    data["risks"] = [
        {
            "id": "RS-01",
            "title": "Petugas desa berganti",
            "likelihood": 4,
            "impact": 3,
            "response": "Dua orang dilatih di setiap desa",
            "owner": first["lead_agency"],
            "innovations": [first["id"]],
            "sources": ["S1"],
        },
        {"id": "RS-02", "title": "Listrik padam lama"},
    ]
    data["chapters"] = [
        {"id": f"BB-{number}{at}", "book": number, "place": place, "title": f"{title} {number}", "body": BODY}
        for number in ("I", "II", "III")
        for at, (place, title) in enumerate((("opening", "Kata pengantar"), ("closing", "Penutup")))
    ]
    digest = next(iter(PICTURES))
    data["figures"] = [
        {
            "id": "GB-01",
            "title": "Musyawarah di Ladang Lama",
            "alternative": "Empat puluh orang duduk melingkar",
            "media_type": "image/png",
            "digest": digest,
            "sources": ["S2"],
        },
        {"id": "GB-02", "title": "Peta pulau", "media_type": "image/jpeg", "digest": "0" * 64},
    ]
    data["acceptances"] = [
        {
            "id": "AC-01",
            "code": "ENB101",
            "element": "IN-02",
            "reason": "Layanannya sudah berjalan",
            "by": "Bappeda",
        }
    ]
    return data


SUB_ACTIVITIES = [
    {
        "code": "2.16.03.2.02.0011",
        "name": "Penyelenggaraan layanan di desa",
        "programme": "Program Pengelolaan Aplikasi Informatika",
        "activity": "Pengelolaan e-government",
        "share": 0.6,
    },
    {"code": "2.13.04.2.01.0003", "name": "Fasilitasi administrasi desa", "share": 0.4},
]


def whole_plan() -> Plan:
    return load(whole_data())
