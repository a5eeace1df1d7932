"""Every table there is; here those with years or sources of money as columns."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from haluan.plans.editor import forms
from haluan.plans.editor.addresses import COLLECTION_PATHS
from haluan.plans.labels import field_label
from haluan.plans.words import lang
from masterplan.document import ABSENT, COLLECTIONS, get_field, keys_of, with_field
from masterplan.language import rupiah_short

from .base import Row, Table, Write
from .cells import Column
from .entries import Entries, Lines

Data = dict[str, Any]
MOST_YEARS = 31


class OfInnovations(Table):
    """One row an innovation; its columns are made from years or sources of money."""

    adds = False
    elements = False

    def title(self) -> Column:
        return Column("title", "text", field_label("innovations", "title"), fixed=True)


class Costs(OfInnovations):
    """Capital and operating costs by year after the start."""

    words = gettext_lazy("Biaya menurut tahun")

    def columns(self, data: Data) -> list[Column]:
        last = max(
            (cost["offset"] for one in data.get("innovations", []) for cost in one.get("costs", [])),
            default=0,
        )
        offsets = range(min(max(last + 2, 5), MOST_YEARS))
        found = [self.title()]
        for name, group in (("capital", _("Modal")), ("operating", _("Operasi selama membangun"))):
            label = _("Modal th-%s") if name == "capital" else _("Operasi th-%s")
            of_group = [
                Column(f"costs[{offset}].{name}", "money", label % offset, group) for offset in offsets
            ]
            sum_label = _("Jumlah modal") if name == "capital" else _("Jumlah operasi")
            total = tuple(each.name for each in of_group)
            found += [*of_group, Column(f"{name}+", "money", sum_label, group, fixed=True, adds=total)]
        found.append(
            Column(
                "operating_per_year",
                "money",
                field_label("innovations", "operating_per_year"),
                _("Operasi sesudah berjalan"),
            )
        )
        return found

    def heading(self, columns: list[Column], rows: list[Row]) -> str:
        total = next(column for column in columns if column.name == "capital+")
        sums = [self.value(row, total) for row in rows]
        known = [each for each in sums if each is not ABSENT]
        told = {"sum": rupiah_short(sum(known), lang()), "rows": len(rows), "empty": len(sums) - len(known)}
        if told["empty"]:
            return _("%(sum)s untuk membangun %(rows)s inovasi; %(empty)s belum bermodal") % told
        return _("%(sum)s untuk membangun %(rows)s inovasi") % told

    def value(self, row: Row, column: Column) -> Any:
        if not column.adds:
            return super().value(row, column)
        parts = [get_field(row.item, name) for name in column.adds]
        known = [part for part in parts if part is not ABSENT]
        return sum(known) if known else ABSENT


class Funding(OfInnovations):
    """The share of each source of money."""

    words = gettext_lazy("Dana menurut sumber")

    def columns(self, data: Data) -> list[Column]:
        sources = forms.shape("innovations", "funding[].source").choices
        columns = [Column(f"funding[{source}]", "share", str(source)) for source in sources]
        total = Column("funding+", "share", _("Jumlah"), fixed=True, adds=tuple(one.name for one in columns))
        return [self.title(), *columns, total]

    def heading(self, columns: list[Column], rows: list[Row]) -> str:
        off = sum(abs(sum(one["share"] for one in row.item.get("funding", [])) - 1) > 1e-6 for row in rows)
        if off:
            return _("Dana %(rows)s inovasi; bagian %(off)s di antaranya belum berjumlah 1") % {
                "rows": len(rows),
                "off": off,
            }
        return _("Dana %(rows)s inovasi menurut sumber") % {"rows": len(rows)}

    def value(self, row: Row, column: Column) -> Any:
        if column.name == "title":
            return row.item["title"]
        if column.adds:
            shares = [each["share"] for each in row.item.get("funding", [])]
            return round(sum(shares), 6) if shares else ABSENT
        return get_field(row.item, f"{column.name}.share")

    def put(self, row: Row, item: Data, column: Column, now: Any) -> Data:
        source = column.name[len("funding[") : -1]
        return with_field(item, column.name, ABSENT if now is ABSENT else {"source": source, "share": now})


class Targets(OfInnovations):
    """One row a measure of success of an innovation, a column a year."""

    words = gettext_lazy("Sasaran menurut tahun")

    def columns(self, data: Data) -> list[Column]:
        period = data["period"]
        known = {
            int(year)
            for one in data.get("innovations", [])
            for outcome in one.get("outcomes", [])
            for year in outcome.get("targets", {})
        }
        years = sorted(known | set(range(period["first_year"], period["last_year"] + 1)))[:100]
        return [
            Column("title", "text", pgettext("satu", "Inovasi"), fixed=True),
            Column("indicator.name", "text", _("Indikator"), fixed=True),
            Column("indicator.unit", "text", _("Satuan"), required=True),
            Column("indicator.baseline", "number", _("Awal")),
            Column("indicator.baseline_year", "year", _("Tahun awal")),
            *(Column(f"targets[{year}]", "number", str(year)) for year in years),
        ]

    def heading(self, columns: list[Column], rows: list[Row]) -> str:
        without = sum(not row.item.get("targets") for row in rows)
        told = {"rows": len(rows), "without": without}
        if without:
            return _("%(rows)s ukuran keberhasilan; %(without)s belum bersasaran") % told
        return _("%(rows)s ukuran keberhasilan, semua bersasaran") % told

    def rows(self, data: Data) -> list[Row]:
        found = []
        for one in data.get("innovations", []):
            seen: dict[str, int] = {}
            for place, outcome in enumerate(one.get("outcomes", [])):
                name = outcome["indicator"]["name"]
                seen[name] = seen.get(name, 0) + 1
                key = f"{one['id']}/{name}" + (f"#{seen[name]}" if seen[name] > 1 else "")
                item = {**outcome, "title": one["title"], "place": place}
                found.append(Row(key, one["id"], f"{one['title']}: {name}", item))
        return found

    def field(self, column: Column) -> str:
        return "outcomes"

    def put(self, row: Row, item: Data, column: Column, now: Any) -> Data:
        outcomes = list(item["outcomes"])
        outcomes[row.item["place"]] = with_field(outcomes[row.item["place"]], column.name, now)
        return {**item, "outcomes": outcomes}


class Ceilings(Table):
    """Money available: one row a source, a column a year. Several ceilings of one source and year are shown as one."""

    adds = False
    linked = False
    words = gettext_lazy("Pagu menurut tahun")

    @property
    def key_label(self) -> str:
        return field_label("budget", "source")

    def heading(self, columns: list[Column], rows: list[Row]) -> str:
        with_money = [row for row in rows if row.item]
        if not with_money:
            return _("Pagu belum diisi")
        return _("Pagu dari %(sources)s sumber dana") % {"sources": len(with_money)}

    def columns(self, data: Data) -> list[Column]:
        period = data["period"]
        years = set(range(period["first_year"], period["last_year"] + 1))
        years |= {one["year"] for one in data.get("budget", [])}
        columns = [Column(str(year), "money", str(year)) for year in sorted(years)]
        return [*columns, Column("+", "money", _("Jumlah"), fixed=True, adds=tuple(c.name for c in columns))]

    def rows(self, data: Data) -> list[Row]:
        items = data.get("budget", [])
        used = [one["source"] for one in items if "source" in one]
        known = [str(source) for source in forms.shape("innovations", "funding[].source").choices]
        found = []
        for source in dict.fromkeys(["", *known, *used]):
            here: Data = {}
            for key, one in zip(keys_of("budget", items), items, strict=True):
                if one.get("source", "") == source:
                    here.setdefault(str(one["year"]), []).append((key, one["amount"]))
            found.append(Row(source or "semua", source or "semua", source or _("semua sumber"), here))
        return found

    def value(self, row: Row, column: Column) -> Any:
        years = column.adds or (column.name,)
        amounts = [amount for year in years for _key, amount in row.item.get(year, [])]
        return sum(amounts) if amounts else ABSENT

    def write(self, data: Data, writes: Iterable[Write]) -> Data:
        items = list(data.get("budget", []))
        keys = keys_of("budget", items)
        gone: set[int] = set()
        for each in writes:
            places = [keys.index(key) for key, _amount in each.row.item.get(each.column.name, [])]
            gone |= set(places if each.now is ABSENT else places[1:])
            if each.now is ABSENT:
                continue
            if places:
                items[places[0]] = {**items[places[0]], "amount": each.now}
            else:
                source = {} if each.row.key == "semua" else {"source": each.row.key}
                items.append({"year": int(each.column.name), **source, "amount": each.now})
        return {**data, "budget": [one for place, one in enumerate(items) if place not in gone]}


def all_tables() -> dict[str, Table]:
    """By their names in addresses. The plan itself has no rows; ceilings are better seen by year."""
    found: dict[str, Table] = {}
    for collection in forms.STEPS:
        if collection in COLLECTIONS and collection in forms.TITLE:
            found[COLLECTION_PATHS[collection]] = Table(COLLECTION_PATHS[collection], collection)
    by_year = [
        Costs("biaya", "innovations"),
        Targets("sasaran", "innovations"),
        Funding("dana", "innovations"),
        Ceilings("pagu", "budget"),
    ]
    return found | {table.slug: table for table in [*by_year, *entries()]}


def entries() -> list[Table]:
    return [
        Lines("baris-pagu", "budget"),
        Entries(
            "pertolongan", "addresses", gettext_lazy("Masalah yang ditolong"), "share",
            gettext_lazy("%(rows)s masalah ditolong inovasi, semua diketahui bagiannya"),
            gettext_lazy("%(rows)s masalah ditolong inovasi; %(empty)s belum diketahui bagiannya"),
        ),
        Entries(
            "keselarasan", "alignment", gettext_lazy("Keselarasan"), "reference",
            gettext_lazy("%(rows)s keselarasan dengan rencana lain, semua dengan rujukannya"),
            gettext_lazy("%(rows)s keselarasan dengan rencana lain; %(empty)s tanpa rujukan"),
        ),
        Entries(
            "subkegiatan", "sub_activities", gettext_lazy("Subkegiatan"), "share",
            gettext_lazy("%(rows)s subkegiatan, semua dengan bagian biayanya"),
            gettext_lazy("%(rows)s subkegiatan; %(empty)s tanpa bagian biaya"),
        ),
    ]  # fmt: skip


TABLES = all_tables()
