"""What the desk asks about each kind of element, in the right order: people first, technology last.

A new field of an element is one line here, beside its type in `masterplan.document.types` and its label in
`haluan.plans.labels`. How a field is written and read follows from its type.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from masterplan.document import COLLECTIONS
from masterplan.document.paths import shape_at
from masterplan.document.shape import PLAN as PLAN_SHAPE
from masterplan.document.shape import Shape

SHORT_CHOICES = {"lower": _("turun"), "higher": _("naik"), "A": "A", "B": "B", "C": "C", "D": "D"}
"""In a table's cell, where the full words would push the figures out of sight."""

MONEY = frozenset({"capital", "operating", "operating_per_year", "amount"})


@dataclass(frozen=True)
class Line:
    """One field: where it stands in the element, and how it is asked. `short` heads its column in a table."""

    path: str
    hint: Any = ""
    rows: int = 1
    short: Any = ""
    under: bool = False  # in a table: on a line of its own below the entry


@dataclass(frozen=True)
class Rows:
    """A list of entries shown as a table, one row an entry. `add` is the words of the button below it."""

    path: str
    columns: tuple[Line, ...]
    add: Any
    hint: Any = ""
    short: Any = ""


@dataclass(frozen=True)
class Step:
    """One question of the page: its name in the margin, what it is about, its fields."""

    slug: str
    name: Any
    about: Any
    parts: tuple[Line | Rows, ...]


def shape_of(collection: str) -> Shape:
    return COLLECTIONS[collection].shape if collection else PLAN_SHAPE


@cache
def shape(collection: str, path: str) -> Shape:
    """The shape of a field; of one in an entry of a list, `path` is `costs[].capital`; of a count, `people[]`."""
    head, entry, rest = path.partition("[]")
    found = shape_at(shape_of(collection), head)
    if not entry:
        return found
    assert found.items is not None
    return shape_at(found.items, rest.removeprefix(".")) if rest else found.items


@cache
def kind(collection: str, path: str) -> str:
    """How the field is written and read: one of the kinds that `values` knows."""
    if path == "service_change":
        return "service"
    if (collection, path) == ("chapters", "body"):
        return "chapter"
    found, name = shape(collection, path), path.rpartition(".")[2]
    if found.kind == "integer":
        if (found.minimum, found.maximum) == (1, 5):
            return "level"
        return "year" if found.maximum == 2100 else "integer"
    if found.kind == "number":
        return "money" if name in MONEY else "share" if found.maximum == 1 else "number"
    if found.kind == "text":
        return "one" if found.refers else "prose" if found.prose else "text"
    if found.kind == "list":
        return "many" if found.items and found.items.refers else "lines"
    if found.kind == "map":
        return "counts" if found.keys and found.keys.refers else "years"
    return {"flag": "tick"}.get(found.kind, found.kind)


def needed(collection: str, path: str) -> bool:
    """Whether the field cannot be empty; of one in an entry of a list, where the entry is there."""
    head, entry, name = path.rpartition("[].")
    around = shape(collection, head).items if entry else shape_of(collection)
    return around is not None and name in around.required


def refers(collection: str, path: str) -> str:
    """The collection that a field, or the entries of a list, refer to; empty when to none."""
    found = shape(collection, path)
    return found.refers or (found.items.refers if found.items else "") or ""


SOURCES = Line("sources", _("Dari dokumen atau laman mana ini diketahui."))
DIMENSION = Line("dimension")

INNOVATION = (
    Step("masalah", _("Masalah"), _("siapa yang tertolong"), (
        Rows("addresses", (
            Line("share.low", short=_("Rendah")), Line("share.mode", short=_("Mungkin")),
            Line("share.high", short=_("Tinggi")), Line("lag_years", short=_("Tunda")),
            Line("evidence", short=_("Bukti")), Line("note", short=_("Mengapa sebanyak itu"), under=True),
        ), _("Tambah masalah yang juga terbantu"),
            _("Bagian warga yang terbantu, antara 0 dan 1. Tunda: tahun sampai terasa."), short=_("Masalah")),
        Line("beneficiaries"),
    )),
    Step("layanan", _("Perubahan layanan"), _("apa yang dialami warga"), (
        Line("service_change"), Line("adopted_from.region", _("Kosongkan bila belum ada daerah yang menjalankannya.")),
        Line("adopted_from.title"),
    )),
    Step("perlu", _("Yang diperlukan"), _("orang, aturan, lembaga; teknologi terakhir"), (
        Line("enablers"), Line("requires", _("Inovasi lain yang harus berjalan lebih dulu.")),
    )),
    Step("biaya", _("Biaya"), _("modal dan operasi"), (
        Rows("costs", (Line("capital", short=_("Modal")), Line("operating", short=_("Operasi"))), _("Tambah tahun biaya"),
             _("Tahun ke-0 adalah tahun mulai. Tempel langsung dari lembar kerja; panah untuk berpindah."), short=_("Tahun")),
        Line("operating_per_year", _("Setiap tahun sejak berjalan, sampai akhir rencana.")),
        Rows("funding", (Line("share", short=_("Bagian")),), _("Tambah sumber dana"),
             _("Bagian tiap sumber; jumlahnya 1."), short=_("Sumber")),
        Rows("sub_activities", (
            Line("name", short=_("Subkegiatan")), Line("activity", short=_("Kegiatan")), Line("programme", short=_("Program")),
            Line("share", short=_("Bagian")),
        ), _("Tambah subkegiatan"),
            _("Kode dan nama menurut nomenklatur; bagian biaya yang dipikulnya, antara 0 dan 1."), short=_("Kode")),
    )),
    Step("hasil", _("Hasil"), _("bagaimana kita tahu"), (
        Rows("outcomes", (
            Line("indicator.name", short=_("Indikator")), Line("indicator.unit", short=_("Satuan")),
            Line("indicator.better", short=_("Arah")), Line("indicator.baseline", short=_("Awal")),
            Line("indicator.baseline_year", short=_("Tahun awal")), Line("targets", short=_("Sasaran"), under=True),
            Line("indicator.standard", short=_("Standar"), under=True),
        ), _("Tambah indikator"), _("Sasaran: nilai yang ingin dicapai tiap tahun; kosong berarti belum ditetapkan.")),
    )),
    Step("jadwal", _("Jadwal"), _("kapan dan oleh siapa"), (
        Line("lead_agency"), Line("partner_agencies"), Line("start.earliest"), Line("start.latest"),
        Line("duration_years"), Line("quick_win", _("Terasa dalam dua belas bulan, dengan menajamkan layanan yang ada")),
        Line("alternative_group", _("Paling banyak satu inovasi dari satu kelompok yang terpilih.")),
        Line("decision"), Line("scheduled_start"),
    )),
    Step("dasar", _("Dasar"), _("rencana lain dan sumber"), (
        DIMENSION, Line("sub_dimension"), Line("readiness"), Line("issues"),
        Rows("alignment", (Line("document", short=_("Dokumen")), Line("reference", short=_("Rujukan"))), _("Tambah keselarasan")),
        SOURCES,
    )),
)  # fmt: skip

PROBLEM = (
    Step("siapa", _("Siapa"), _("yang mengalaminya, di mana"), (
        Line("description", rows=3), DIMENSION, Line("group"),
        Line("people_affected", _("Jumlah orang dalam satu tahun biasa.")), Line("districts"),
        Line("people_by_district", _("Kosong berarti sebarannya belum diketahui.")),
    )),
    Step("berat", _("Beratnya"), _("seberapa mengganggu hidup"), (
        Line("severity", _("0 tidak terasa sampai 1 merusak seluruh tahunnya.")),
        Line("equity_weight", _("1 bila biasa; lebih untuk mereka yang tidak boleh tertinggal.")),
    )),
    Step("ukuran", _("Ukuran"), _("indikator dan nilai awal"), (
        Line("indicator.name"), Line("indicator.unit"), Line("indicator.baseline"), Line("indicator.baseline_year"),
        Line("indicator.better"), Line("indicator.standard"),
    )),
    Step("bukti", _("Bukti"), _("dari mana diketahui"), (Line("evidence"), SOURCES)),
)  # fmt: skip

ENABLER = (
    Step("apa", _("Apa"), _("jenis dan kegunaannya"), (
        Line("kind"), Line("description", rows=3), Line("exists", _("Sudah ada; modalnya tidak dihitung lagi")),
    )),
    Step("biaya", _("Biaya"), _("sekali dan tiap tahun"), (Line("capital"), Line("operating_per_year"))),
    Step("bukti", _("Bukti"), _("dari mana diketahui"), (SOURCES,)),
)  # fmt: skip

READINESS = (
    Step("temuan", _("Temuan"), _("keadaan yang ditemukan"), (
        Line("element"), Line("level"), Line("note", rows=3), SOURCES,
    )),
    Step("kesenjangan", _("Kesenjangan"), _("yang kurang sampai tujuan"), (
        Line("target_level", _("Pada akhir masa rencana.")), Line("gap", rows=3),
    )),
)  # fmt: skip

RISK = (
    Step("risiko", _("Besarnya"), _("seberapa mungkin, seberapa berat"), (Line("likelihood"), Line("impact"))),
    Step("tindakan", _("Tindakan"), _("sebelum dan bila terjadi"), (
        Line("response", rows=3), Line("owner"), Line("innovations"),
    )),
    Step("bukti", _("Bukti"), _("dari mana diketahui"), (SOURCES,)),
)  # fmt: skip

CHAPTER = (
    Step("letak", _("Letak"), _("di buku mana, bagian mana"), (Line("book"), Line("place"))),
    Step("isi", _("Isi"), _("seperti akan dicetak"), (Line("body"),)),
)

FIGURE = (
    Step("gambar", _("Gambar"), _("bagi yang tidak dapat melihatnya"), (
        Line("alternative", _("Apa yang terlihat, dalam satu atau dua kalimat; dibacakan pembaca layar."), rows=2), SOURCES,
    )),
)  # fmt: skip

ACCEPTANCE = (
    Step("alasan", _("Alasan"), _("mengapa di sini memang begitu"), (Line("reason", rows=3), Line("by"))),
)

PLAN = (
    Step("rencana", pgettext_lazy("satu", "Rencana"), _("nama dan arah"), (
        Line("vision", rows=2), Line("missions", _("Satu misi satu baris."), rows=4),
        Line("period.first_year"), Line("period.last_year"), Line("legal_basis", rows=2),
    )),
    Step("hitungan", _("Cara menghitung"), _("manfaat dan uang"), (
        Line("settings.price_year", _("Semua rupiah di rencana ini ditulis dalam harga tahun ini.")),
        Line("settings.discount_rate", _("0 bila manfaat nanti sama berharganya dengan manfaat sekarang; paling besar 0,2.")),
        Line("settings.carry_over"),
        Line("settings.minimum_per_dimension"), Line("settings.minimum_quick_wins"),
        Line("settings.cost_error", _("0,2 berarti biaya dapat meleset 20% ke atas atau ke bawah.")),
    )),
    Step("dewan", _("Dewan dan Tim Pelaksana"), _("siapa memimpin, siapa duduk"), (
        Rows("governance", (Line("role", short=_("Kursi")), Line("name", short=_("Pejabat")), Line("body", short=_("Lembaga"))),
             _("Tambah kursi")),
    )),
)  # fmt: skip

STEPS: dict[str, tuple[Step, ...]] = {
    "": PLAN,
    "innovations": INNOVATION,
    "problems": PROBLEM,
    "enablers": ENABLER,
    "readiness": READINESS,
    "issues": (Step("isu", _("Isu"), _("kekuatan, kelemahan, peluang, ancaman"), (Line("kind"), SOURCES)),),
    "agencies": (
        Step("dinas", _("Daya kerja"), _("yang dapat dibangun bersamaan"), (Line("parallel_projects"),)),
    ),
    "districts": (Step("kecamatan", _("Penduduk"), _("jumlah warganya"), (Line("population"),)),),
    "budget": (Step("pagu", _("Pagu"), _("uang yang tersedia"), (Line("amount"),)),),
    "risks": RISK,
    "chapters": CHAPTER,
    "figures": FIGURE,
    "acceptances": ACCEPTANCE,
    "sources": (
        Step(
            "terbitan", _("Terbitan"), _("oleh siapa, kapan"), (Line("publisher"), Line("date"), Line("page"))
        ),
    ),
}

# The field that names an element: the title line of its page.
TITLE: dict[str, str] = {
    "": "title", "innovations": "title", "problems": "title", "enablers": "title", "readiness": "aspect",
    "issues": "text", "agencies": "name", "districts": "name", "risks": "title", "chapters": "title", "figures": "title",
    "sources": "title",
}  # fmt: skip


@cache
def fields(collection: str) -> frozenset[str]:
    """Every field the desk may write in a collection; entries of lists without their key: `costs[].capital`."""
    found = {path for path in [TITLE.get(collection)] if path}
    for step in STEPS[collection]:
        for part in step.parts:
            if isinstance(part, Line):
                found.add(f"{part.path}[]" if kind(collection, part.path) == "counts" else part.path)
            else:
                found |= {f"{part.path}[].{line.path}" for line in part.columns}
    return frozenset(found)


@cache
def tables(collection: str) -> dict[str, Rows]:
    """The lists shown as tables, by path."""
    return {part.path: part for step in STEPS[collection] for part in step.parts if isinstance(part, Rows)}
