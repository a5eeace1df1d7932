"""What looks like a table of programmes and is none: people, prices, risks, what exists, what others did."""

from __future__ import annotations

import re
from collections.abc import Sequence

from masterplan.importing.heads import Column
from masterplan.importing.names import plain, unnumbered
from masterplan.importing.tables import Row, Table
from masterplan.importing.years import span_of

NAMES = {"title", "programme", "activity", "sub_activity"}
_OTHER = re.compile(
    r"\b(eksisting|existing|sudah (ada|berjalan|tersedia)|telah (ada|berjalan|dilaksanakan)|realisasi|capaian|"
    r"studi banding|benchmark\w*|praktik baik|best practices?|daerah lain|petunjuk|daftar istilah|singkatan|referensi|"
    r"contoh pengisian|tahun lalu|evaluasi|daftar aplikasi|inventaris\w*|agenda|susunan (acara|tim|keanggotaan)|daftar hadir|"
    r"tim (pelaksana|penyusun)|jadwal (penyusunan|bimtek|rapat|pendampingan|sosialisasi))\b"
)
_PEOPLE = re.compile(r".*\b(jabatan|nip|alamat|telepon|no hp|email|kedudukan|peran|tanda tangan)\b.*")
_RISKS = re.compile(r"risiko\b.*|.*\bmitigasi\b.*")
_PRICES = re.compile(r".*\bharga satuan\b.*")
_BILL = re.compile(r"\b(rab|rincian|rencana anggaran biaya|perincian|kebutuhan barang)\b")
_GOODS = re.compile(
    r"(belanja|jasa|honor\w*|sewa|pembelian|beli|biaya|konsumsi|perjalanan|atk|cetak|makan|lisensi|laptop)\b"
)
_PAST_HEAD = re.compile(r".*\b(pembuatan|dibuat|dibangun|berdiri|sejak|rilis|diluncurkan|peluncuran)\b.*")


def not_the_plan(
    columns: list[Column], table: Table, body: Sequence[Row], dimension: str | None, plan_year: int | None
) -> str | None:
    """Why a table that looks like programmes is none: people, what was built before, a weak name alone."""
    roles = {column.role for column in columns}
    named = any(column.role == "title" and column.confidence >= 0.95 for column in columns)
    answers = (
        named and "lead" in roles and len(roles & {"dimension", "cost", "start", "years", "problem"}) > 1
    )
    """The answers of a form tell who filled it in, and are programmes nevertheless."""
    people = (column for column in columns if column.role in ("ignore", "lead"))
    if not answers and any(_PEOPLE.fullmatch(plain(column.head)) for column in people):
        return "berisi nama orang atau jabatan"
    heads = [plain(column.head) for column in columns]
    if any(map(_RISKS.fullmatch, heads)):
        return "berisi risiko"
    programmes = roles & {"years", "start"} and dimension and not _of_goods(columns, table, body)
    if any(map(_PRICES.fullmatch, heads)) and not programmes:
        return "berisi daftar harga"  # beside dated programmes of one dimension they are beside the point
    times = [column for column in columns if column.role in ("years", "start")]
    if any(_PAST_HEAD.fullmatch(plain(column.head)) for column in times):
        return "tahunnya adalah tahun pembuatan"
    spans = [span for column in times for row in body if (span := span_of(row.cell(column.index), plan_year))]
    if spans and plan_year and all((span.last or span.first) < plan_year for span in spans):
        return f"tahun-tahunnya sebelum {plan_year}"
    names = [column for column in columns if column.role in NAMES]
    weak = all(column.role == "activity" or column.confidence < 0.7 for column in names)
    if weak and not roles & {
        "cost",
        "total",
        "mark",
        "dimension",
        "funding",
        "years",
        "start",
        "service_change",
    }:
        return "hanya nama tanpa tahun atau anggaran"
    if weak and not roles & {"lead", "years", "start", "mark", "dimension"} and not dimension:
        return "hanya uraian dan jumlah"
    agenda = all(column.role == "activity" for column in names) and not roles & {
        "cost",
        "total",
        "dimension",
        "funding",
    }
    return "kegiatan tanpa anggaran dan tanpa dimensi" if agenda else None


def _of_goods(columns: list[Column], table: Table, body: Sequence[Row]) -> bool:
    """Whether a list with prices is of what one buys, by its title or its names."""
    names = [row.cell(column.index).text for column in columns if column.role in NAMES for row in body]
    return any(_BILL.search(plain(text)) for text in table.before) or any(
        _GOODS.match(plain(unnumbered(name))) for name in names
    )


def is_other(texts: Sequence[str]) -> bool:
    """Whether headings say that what follows is not the plan: what exists, what others did."""
    return any(_OTHER.search(plain(text)) for text in texts)
