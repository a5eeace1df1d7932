"""Reading an indicator: is it about people or about things, what may its figures be, what time does a text tell."""

from __future__ import annotations

import re

from masterplan.document.types import Indicator, Number, Outcome
from masterplan.lint.saying import words

_COUNTS = frozenset(
    [
        "jumlah",
        "banyaknya",
        "banyak",
        "tersedianya",
        "terbangunnya",
        "terpasangnya",
        "terlaksananya",
        "tersusunnya",
    ]
)
_THINGS = frozenset(
    [
        "aplikasi",
        "sistem",
        "cctv",
        "kamera",
        "panel",
        "layar",
        "server",
        "perangkat",
        "komputer",
        "sensor",
        "kartu",
        "gerbang",
        "unit",
        "titik",
        "dokumen",
        "laporan",
        "peraturan",
        "sop",
        "buku",
        "peta",
        "dasbor",
        "dashboard",
        "portal",
        "website",
        "situs",
        "laman",
        "akun",
        "fitur",
        "modul",
        "menara",
        "tiang",
        "kabel",
        "jaringan",
        "wifi",
        "hotspot",
        "videotron",
        "baliho",
        "spanduk",
        "brosur",
        "pelatihan",
        "sosialisasi",
        "rapat",
        "workshop",
        "seminar",
        "kegiatan",
        "gedung",
        "ruang",
        "bangunan",
        "kendaraan",
        "mesin",
        "alat",
        "paket",
        "konten",
        "video",
        "unggahan",
    ]
)
_DONE = frozenset(
    [
        "terpasang",
        "dipasang",
        "dicetak",
        "tercetak",
        "terbangun",
        "dibangun",
        "tersusun",
        "disusun",
        "tersedia",
        "disediakan",
        "terlaksana",
        "dilaksanakan",
        "terintegrasi",
        "terhubung",
        "diadakan",
        "dibeli",
        "dikembangkan",
        "terbit",
        "diterbitkan",
        "dibagikan",
        "diresmikan",
    ]
)
_PEOPLE = frozenset(
    [
        "warga",
        "penduduk",
        "orang",
        "pasien",
        "siswa",
        "murid",
        "guru",
        "anak",
        "bayi",
        "balita",
        "ibu",
        "keluarga",
        "rumah",
        "lansia",
        "petani",
        "nelayan",
        "pedagang",
        "pelaku",
        "usaha",
        "wisatawan",
        "pengunjung",
        "pelanggan",
        "pemohon",
        "pengguna",
        "penerima",
        "peserta",
        "korban",
        "kader",
        "desa",
        "kecelakaan",
        "kasus",
        "keluhan",
        "aduan",
        "laporan_warga",
        "permohonan",
        "izin",
        "kunjungan",
        "perjalanan",
        "penumpang",
        "pekerja",
        "pencari",
    ]
)


def counts_things(name: str) -> bool:
    """Whether an indicator counts things, papers or events instead of what people live through.

    `Jumlah CCTV terpasang` does; `Jumlah pasien yang menunggu` and `Waktu tanggap laporan warga` do not.
    """
    said = words(name)
    if not said or _PEOPLE & set(said):
        return False
    counted = said[0] in _COUNTS and bool(_THINGS & set(said[1:4]))
    done = bool(_DONE & set(said)) and bool(_THINGS & set(said))
    return counted or done


def by_year(outcome: Outcome) -> list[tuple[int, Number]]:
    """The targets in the order of their years."""
    return sorted((int(year), figure) for year, figure in (outcome.targets or {}).items())


_PERCENT = re.compile(r"%|\b(?:persen|per cent|percent)\b", re.IGNORECASE)
_GROWTH = re.compile(
    r"\b(?:pertumbuhan|kenaikan|peningkatan|penurunan|perubahan|laju|rasio|terhadap)\b", re.IGNORECASE
)
_SIGNED = re.compile(r"suhu|°|celsius|neraca|saldo|selisih|surplus|defisit|elevasi|muka air", re.IGNORECASE)


def impossible(figure: Number, indicator: Indicator) -> bool:
    """Whether this indicator can never have this figure."""
    if 0 <= figure <= 100 or (figure > 0 and not _PERCENT.search(indicator.unit)):
        return False
    about = f"{indicator.name} {indicator.unit}"
    return not (_GROWTH.search(about) or _SIGNED.search(about))


_FIGURES = {
    word: value
    for value, word in enumerate(
        ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh"]
    )
} | {"se": 1, "setengah": 0.5, "belasan": 15, "puluhan": 30}
_MINUTES = {
    "detik": 1 / 60,
    "menit": 1,
    "jam": 60,
    "hari": 24 * 60,
    "minggu": 7 * 24 * 60,
    "bulan": 30 * 24 * 60,
}
_DURATION = re.compile(
    rf"\b(?:(\d+(?:,\d+)?|{'|'.join(_FIGURES)})\s+|(se))({'|'.join(_MINUTES)})\b(?!\s+\d)", re.IGNORECASE
)
_TURN = re.compile(r"\b(?:se(?:sudah|telah)nya|sesudah(?: itu)?|kini|sekarang|menjadi)\b|→|->", re.IGNORECASE)
_WAITING = re.compile(r"\b(?:waktu|lama|durasi|menunggu|tunggu|antre|antrean)", re.IGNORECASE)


def before_of(service_change: str) -> str:
    """What a service change says of today."""
    return _TURN.split(service_change, maxsplit=1)[0]


def durations(text: str) -> dict[float, str]:
    """Every time span a text names, in minutes → its words: `tiga jam` is 180."""
    found: dict[float, str] = {}
    for match in _DURATION.finditer(text):
        figure = (match.group(1) or match.group(2)).lower().replace(",", ".")
        value = _FIGURES[figure] if figure in _FIGURES else float(figure)
        found[value * _MINUTES[match.group(3).lower()]] = match.group()
    return found


def minutes_of(unit: str) -> float | None:
    """Minutes in one unit of time; None where it is none."""
    return _MINUTES.get(unit.strip().lower())


def waits(name: str) -> bool:
    """Whether an indicator is about how long something takes."""
    return bool(_WAITING.search(name))
