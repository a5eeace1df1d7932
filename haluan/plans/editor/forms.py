"""What the desk asks about each kind of element, in the right order: people first, technology last.

A new field of an element is one line here, beside its type in `masterplan.document.types` and its label in
`haluan.plans.labels`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext_lazy as _

from haluan.plans.labels import CHOICES, field_label


@dataclass(frozen=True)
class Line:
    """One field. `path` within the element; `kind` says how it is written and read (see `values`)."""

    path: str
    kind: str = "text"
    hint: Any = ""
    choices: str = ""
    refers: str = ""
    rows: int = 1

    @property
    def options(self) -> list[tuple[str, Any]]:
        return CHOICES[self.choices] if self.choices else []


@dataclass(frozen=True)
class Rows:
    """A list of entries shown as a table. `key` names the field that tells entries apart; without one the
    list is one field, changed whole."""

    path: str
    columns: tuple[Line, ...]
    key: str = ""
    refers: str = ""
    add: Any = ""
    hint: Any = ""


@dataclass(frozen=True)
class Step:
    """One question of the page: its name in the margin, what it is about, its fields."""

    slug: str
    name: Any
    about: Any
    parts: tuple[Line | Rows, ...] = field(default_factory=tuple)


def label(collection: str, path: str) -> Any:
    return field_label(collection, path)


SOURCES = Line("sources", "many", refers="sources", hint=_("Dari dokumen atau laman mana ini diketahui."))

INNOVATION = (
    Step(
        "masalah", _("Masalah"), _("siapa yang tertolong"),
        (
            Rows(
                "addresses",
                (
                    Line("share.low", "share"), Line("share.mode", "share"), Line("share.high", "share"),
                    Line("lag_years", "integer"), Line("evidence", "choice", choices="grade"), Line("note"),
                ),
                key="problem", refers="problems", add=_("Tambah masalah yang juga terbantu"),
                hint=_("Bagian terbantu antara 0 dan 1: rendah, paling mungkin, tinggi."),
            ),
            Line("beneficiaries", hint=_("Kelompok warga yang merasakannya.")),
        ),
    ),
    Step(
        "layanan", _("Perubahan layanan"), _("apa yang dialami warga"),
        (Line("service_change", "service", rows=4), Line("adopted_from.region"), Line("adopted_from.title")),
    ),
    Step(
        "perlu", _("Yang diperlukan"), _("orang, aturan, lembaga; teknologi terakhir"),
        (Line("enablers", "many", refers="enablers"),
         Line("requires", "many", refers="innovations", hint=_("Inovasi yang harus berjalan lebih dulu."))),
    ),
    Step(
        "biaya", _("Biaya"), _("modal dan operasi"),
        (
            Rows(
                "costs", (Line("capital", "money"), Line("operating", "money")), key="offset",
                add=_("Tambah tahun biaya"), hint=_("Tahun ke-0 adalah tahun mulai. Tempel langsung dari lembar kerja."),
            ),
            Line("operating_per_year", "money", hint=_("Setiap tahun sejak berjalan, sampai akhir rencana.")),
            Rows("funding", (Line("share", "share"),), key="source", refers="funding_source",
                 add=_("Tambah sumber dana"), hint=_("Bagian tiap sumber; jumlahnya 1.")),
        ),
    ),
    Step(
        "hasil", _("Hasil"), _("bagaimana kita tahu"),
        (
            Rows(
                "outcomes",
                (
                    Line("indicator.name"), Line("indicator.unit"), Line("indicator.better", "choice", choices="better"),
                    Line("indicator.baseline", "number"), Line("indicator.baseline_year", "year"), Line("targets", "targets"),
                ),
                add=_("Tambah indikator"), hint=_("Sasaran ditulis tahun dan nilainya: 2028 25; 2029 33."),
            ),
        ),
    ),
    Step(
        "jadwal", _("Jadwal dan penanggung jawab"), _("kapan dan oleh siapa"),
        (
            Line("lead_agency", "one", refers="agencies"), Line("partner_agencies", "many", refers="agencies"),
            Line("start.earliest", "year"), Line("start.latest", "year"), Line("duration_years", "integer"),
            Line("quick_win", "tick"), Line("alternative_group"),
            Line("decision", "choice", choices="decision"), Line("scheduled_start", "year"),
        ),
    ),
    Step(
        "dasar", _("Dasar"), _("rencana lain dan sumber"),
        (
            Line("dimension", "choice", choices="dimension"), Line("sub_dimension"),
            Rows("alignment", (Line("document", "choice", choices="alignment"), Line("reference")),
                 add=_("Tambah keselarasan")),
            SOURCES,
        ),
    ),
)  # fmt: skip

PROBLEM = (
    Step("siapa", _("Siapa"), _("yang mengalaminya, di mana"),
         (Line("description", "prose", rows=3), Line("dimension", "choice", choices="dimension"), Line("group"),
          Line("people_affected", "integer", hint=_("Jumlah orang dalam satu tahun biasa.")),
          Line("districts", "many", refers="districts"),
          Line("people_by_district", "by_district", hint=_("Kode kecamatan dan jumlah orangnya, dipisah titik koma.")))),
    Step("berat", _("Beratnya"), _("seberapa mengganggu hidup"),
         (Line("severity", "share", hint=_("0 tidak terasa sampai 1 merusak seluruh tahunnya.")),
          Line("equity_weight", "number", hint=_("1 bila biasa; lebih untuk mereka yang tidak boleh tertinggal.")))),
    Step("ukuran", _("Ukuran"), _("indikator dan nilai awal"),
         (Line("indicator.name"), Line("indicator.unit"), Line("indicator.baseline", "number"),
          Line("indicator.baseline_year", "year"), Line("indicator.better", "choice", choices="better"),
          Line("indicator.standard"))),
    Step("bukti", _("Bukti"), _("dari mana diketahui"),
         (Line("evidence", "choice", choices="grade"), SOURCES)),
)  # fmt: skip

ENABLER = (
    Step("apa", _("Apa"), _("jenis dan kegunaannya"),
         (Line("kind", "choice", choices="enabler_kind"), Line("description", "prose", rows=3), Line("exists", "tick"))),
    Step("biaya", _("Biaya"), _("sekali dan tiap tahun"),
         (Line("capital", "money"), Line("operating_per_year", "money"))),
    Step("bukti", _("Bukti"), _("dari mana diketahui"), (SOURCES,)),
)  # fmt: skip

READINESS = (
    Step("temuan", _("Temuan"), _("keadaan yang ditemukan"),
         (Line("element", "choice", choices="readiness_element"), Line("level", "integer", hint=_("1 belum ada sampai 5 teladan.")),
          Line("note", "prose", rows=3), SOURCES)),
)  # fmt: skip

ISSUE = (Step("isu", _("Isu"), _("kekuatan, kelemahan, peluang, ancaman"),
              (Line("kind", "choice", choices="issue_kind"), SOURCES)),)  # fmt: skip

AGENCY = (Step("dinas", _("Perangkat daerah"), _("kode dan daya kerjanya"),
               (Line("parallel_projects", "integer", hint=_("Inovasi yang dapat dibangun bersamaan.")),)),)  # fmt: skip

DISTRICT = (Step("kecamatan", _("Kecamatan"), _("kode dan penduduk"), (Line("population", "integer"),)),)

CEILING = (Step("pagu", _("Pagu"), _("uang yang tersedia pada satu tahun"),
                (Line("amount", "money"),)),)  # fmt: skip

SOURCE = (Step("sumber", _("Sumber"), _("dokumen atau laman"),
               (Line("publisher"), Line("date"), Line("page"))),)  # fmt: skip

PLAN = (
    Step("rencana", _("Rencana"), _("nama dan arah"),
         (Line("title"), Line("vision", "prose", rows=2), Line("missions", "lines", rows=4, hint=_("Satu misi satu baris.")),
          Line("period.first_year", "year"), Line("period.last_year", "year"), Line("legal_basis", "prose", rows=2))),
    Step("hitungan", _("Cara menghitung"), _("manfaat dan uang"),
         (Line("settings.price_year", "year"), Line("settings.discount_rate", "share"), Line("settings.carry_over", "tick"),
          Line("settings.minimum_per_dimension", "integer"), Line("settings.minimum_quick_wins", "integer"),
          Line("settings.cost_error", "share"))),
    Step("dewan", _("Dewan dan Tim Pelaksana"), _("siapa memimpin, siapa duduk"),
         (Rows("governance", (Line("role"), Line("name"), Line("body", "choice", choices="body")), add=_("Tambah kursi")),)),
)  # fmt: skip

STEPS: dict[str, tuple[Step, ...]] = {
    "": PLAN,
    "innovations": INNOVATION,
    "problems": PROBLEM,
    "enablers": ENABLER,
    "readiness": READINESS,
    "issues": ISSUE,
    "agencies": AGENCY,
    "districts": DISTRICT,
    "budget": CEILING,
    "sources": SOURCE,
}

# The field that names an element: the title line of its page.
TITLE = {
    "innovations": "title", "problems": "title", "enablers": "title", "readiness": "aspect", "issues": "text",
    "agencies": "name", "districts": "name", "sources": "title",
}  # fmt: skip
