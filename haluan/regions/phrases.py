"""The data of the package names its sources and roles in English; this is how Indonesian pages say them.

Only the fixed phrases of our own files are known here. What is not matched is shown as it stands.
"""

from __future__ import annotations

import re
from functools import lru_cache

MONTHS = {
    "January": "Januari",
    "February": "Februari",
    "March": "Maret",
    "May": "Mei",
    "June": "Juni",
    "July": "Juli",
    "August": "Agustus",
    "October": "Oktober",
    "December": "Desember",
}

PHRASES = [
    (r"list of the (\d+) regions", r"daftar \1 daerah"),
    (r"award list of", "daftar penghargaan"),
    (r"\b([A-Z]\w+(?: [A-Z]\w+)*) regency site", r"laman Kabupaten \1"),
    (r"\b([A-Z]\w+(?: [A-Z]\w+)*) city site", r"laman Kota \1"),
    (r"ministry letter", "surat kementerian"),
    (r"programme announcement", "pengumuman program"),
    (
        r" on LPPD (\d+), rank among regencies \(1 best\)",
        r" tentang LPPD \1, peringkat antar-kabupaten (1 terbaik)",
    ),
    (r" on LPPD (\d+), rank among cities \(1 best\)", r" tentang LPPD \1, peringkat antar-kota (1 terbaik)"),
    (r"very high performance, second in East Java", "kinerja sangat tinggi, kedua di Jawa Timur"),
    (r"^initiator$", "pemrakarsa"),
    (r"^mentors$", "pembimbing"),
    (r"^input on master plans$", "masukan bagi rencana induk"),
    (r"^supporter: regional government", "pemerintahan daerah"),
    (r"^supporter: regional finance", "keuangan daerah"),
    (r"^supporter: infrastructure, Green City index", "infrastruktur, indeks Kota Hijau"),
    (r"^supporter: public service, bureaucracy reform", "pelayanan publik, reformasi birokrasi"),
    (
        r"^supporter: development planning, Sustainable City index",
        "perencanaan pembangunan, indeks Kota Berkelanjutan",
    ),
    (r"^supporter: presidential priorities", "prioritas Presiden"),
    *((rf"\b{english}(?= \d{{4}})", indonesian) for english, indonesian in MONTHS.items()),
]


@lru_cache(maxsize=2048)
def in_indonesian(text: str) -> str:
    """`National Geographic Indonesia, list of the 50 regions, May 2018` → `…, daftar 50 daerah, Mei 2018`."""
    for english, indonesian in PHRASES:
        text = re.sub(english, indonesian, text)
    return text
