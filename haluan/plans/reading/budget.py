"""The money: what each year spends against its ceiling, from which source, and which rules it breaks."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from haluan.plans.words import lang
from masterplan.books.money import SHARED, UNFUNDED

from . import said
from .overview import share_of
from .plan import Reading

TIGHT = 0.05
"""A year that leaves less than this part of its money is called nearly full."""


def budget(reading: Reading) -> dict[str, Any]:
    rows = by_year(reading) if reading.priced else []
    largest = max(
        (amount for row in rows for amount in (row["total"], row["ceiling"] or 0, row["available"] or 0)),
        default=0,
    )
    unit, size = said.unit_of(largest)
    return {
        "name": _("Anggaran"),
        "heading": heading(reading),
        "lead": lead(reading),
        "known": bool(rows),
        "finding": finding(reading, rows),
        "rows": [drawn(row, place, largest, size) for place, row in enumerate(rows)],
        "totals": totals(reading, rows, size),
        "count": len(rows),
        "unit": unit,
        "price_year": reading.plan.settings.price_year if reading.plan.settings else None,
        "carry": carries(reading),
        "with_ceiling": any(row["ceiling"] is not None for row in rows),
        "unpriced": [reading.link(key) for key in reading.spending.without_cost] if rows else [],
        "unasked": [reading.link(one.id) for one in reading.chosen] if not rows else [],
        **sources(reading, rows, size),
        "broken": [one.words.say(lang()) for one in reading.impact.broken] if reading.impact else [],
        "trouble": reading.trouble.say(lang()) if reading.trouble else "",
        "ignored": [one.why.say(lang()) for one in reading.impact.ignored] if reading.impact else [],
        "scheduled": bool(reading.scheduled),
    }


def carries(reading: Reading) -> bool:
    return bool(reading.plan.settings and reading.plan.settings.carry_over)


def by_year(reading: Reading) -> list[dict[str, Any]]:
    """Rupiah a year: capital, operating, total; the ceiling, what may be spent with what was left over; what stays."""
    impact, spent = reading.impact, reading.spending
    assert impact is not None
    own = spent.ceilings.get(None, {})
    rows = []
    for year in reading.years:
        available = impact.ceilings[None][year]
        total = impact.spending[year]
        rows.append({
            "year": year, "capital": spent.capital[year], "operating": spent.operating[year], "total": total,
            "ceiling": own.get(year), "available": available, "left": None if available is None else available - total,
        })  # fmt: skip
    return rows


def heading(reading: Reading) -> str:
    if reading.cost is None:
        return _("Biayanya belum diketahui")
    values = {"total": said.money(reading.cost), "period": reading.period}
    if not reading.cost or not reading.spending.operating_known:
        return _("%(total)s selama %(period)s") % values
    part = said.share(sum(reading.spending.operating.values()) / reading.cost)
    return _("%(total)s selama %(period)s, %(part)s di antaranya untuk menjalankan") % {
        **values,
        "part": part,
    }


def lead(reading: Reading) -> str:
    if reading.cost is None:
        return _("Biaya inovasi yang dipilih belum ditulis, jadi anggarannya belum dapat digambar.")
    spent = reading.spending
    values = {
        "capital": said.money(sum(spent.capital.values())), "operating": said.money(sum(spent.operating.values())),
    }  # fmt: skip
    if not spent.operating_known:
        return _("Seluruhnya untuk membangun; biaya menjalankannya belum diketahui.")
    return _("%(capital)s untuk membangun, %(operating)s untuk menjalankan.") % values


def finding(reading: Reading, rows: list[dict[str, Any]]) -> str:
    """What the bars say, for any plan: over, nearly full, roomy, or no ceiling known."""
    if not rows:
        return ""
    over = (
        [one.year for one in reading.impact.broken if one.rule == "ceiling" and not one.about]
        if reading.impact
        else []
    )
    peak = max(rows, key=lambda row: row["total"])
    limited = [row for row in rows if row["available"] is not None]
    most = {"year": peak["year"], "amount": said.money(peak["total"])}
    if over:
        worst = max(limited, key=lambda row: row["total"] - row["available"])
        return _("Belanja melampaui pagu pada %(years)s; paling jauh pada %(worst)s, lebih %(excess)s") % {
            "years": said.years([year for year in over if year]), "worst": worst["year"],
            "excess": said.money(worst["total"] - worst["available"]),
        }  # fmt: skip
    if not limited:
        return _("Belanja paling besar pada %(year)s, %(amount)s; pagunya belum diketahui") % most
    if not any(row["available"] for row in limited):
        return _("Belanja paling besar pada %(year)s, %(amount)s") % most
    return within(rows, [row for row in limited if row["available"]])


def within(rows: list[dict[str, Any]], limited: list[dict[str, Any]]) -> str:
    """No ceiling is passed: how near it comes."""
    nearest = min(limited, key=lambda row: row["left"] / row["available"])
    leaning = [row["year"] for row in rows if row["ceiling"] is not None and row["total"] > row["ceiling"]]
    values = {"year": nearest["year"], "left": said.money(nearest["left"]), "years": said.years(leaning)}
    if leaning:
        return (
            _(
                "Belanja %(years)s melebihi pagu tahunnya dan ditutup sisa tahun sebelumnya; paling "
                "sempit pada %(year)s, tersisa %(left)s"
            )
            % values
        )
    if nearest["left"] <= TIGHT * nearest["available"]:
        return (
            _(
                "Belanja hampir menyentuh pagu pada %(year)s, tersisa %(left)s; tidak ada tahun yang melampauinya"
            )
            % values
        )
    return _("Belanja di bawah pagu setiap tahun; paling sempit pada %(year)s, tersisa %(left)s") % values


def drawn(row: dict[str, Any], place: int, largest: float, size: int) -> dict[str, Any]:
    """A row with the places of its bar in a drawing 20 high, one wide a year, and its cells as texts."""

    def height(amount: float | None) -> float:
        return 20 * (amount or 0) / largest if largest > 0 else 0

    operating, capital = height(row["operating"]), height(row["capital"])
    at = {
        "x": said.coordinate(place + 0.18),
        "low_y": said.coordinate(20 - operating),
        "low": said.coordinate(operating),
        "high_y": said.coordinate(20 - operating - capital),
        "high": said.coordinate(capital),
        "line_x": said.coordinate(place + 0.06),
        "line": said.coordinate(20 - height(row["ceiling"])) if row["ceiling"] is not None else "",
        "room": said.coordinate(20 - height(row["available"]))
        if row["available"] and row["available"] > (row["ceiling"] or 0)
        else "",
    }
    cells = {
        f"{name}_said": said.in_unit(row[name], size)
        for name in ("capital", "operating", "total", "ceiling", "available", "left")
    }
    return {**row, **at, **cells}


def totals(reading: Reading, rows: list[dict[str, Any]], size: int) -> dict[str, str]:
    known = [row["ceiling"] for row in rows]
    whole = sum(known) if known and None not in known else None
    found = {name: sum(row[name] for row in rows) for name in ("capital", "operating", "total")}
    left = None if whole is None else whole - found["total"]
    return {
        name: said.in_unit(amount, size) for name, amount in {**found, "ceiling": whole, "left": left}.items()
    }


def sources(reading: Reading, rows: list[dict[str, Any]], size: int) -> dict[str, Any]:
    """What each source pays over the period and by year; enablers and what has no source are named so."""
    if not rows or reading.impact is None:
        return {"sources": [], "source_finding": ""}
    spent = {
        name: amounts for name, amounts in reading.spending.by_source.items() if sum(amounts.values()) > 0
    }
    whole = sum(row["total"] for row in rows) or 1
    order = sorted(spent, key=lambda name: (name in (SHARED, UNFUNDED), -sum(spent[name].values())))
    most = max((sum(one.values()) for one in spent.values()), default=0)
    found = []
    for name in order:
        amount = sum(spent[name].values())
        ceilings = reading.spending.ceilings.get(name, {})
        limit = sum(ceilings.get(year, 0) for year in reading.years) if ceilings else None
        found.append(
            {
                "name": source_name(name),
                "amount": amount,
                "share": amount / whole,
                "part": share_of(amount, most),
                "ceiling": said.in_unit(limit, size),
                "cells": [said.in_unit(spent[name].get(year, 0), size) for year in reading.years],
                "total": said.in_unit(amount, size),
                "loose": name in (SHARED, UNFUNDED),
                **yearly(reading.years, spent[name], ceilings),
            }
        )
    return {"sources": found, "source_finding": source_finding(found)}


def yearly(years: list[int], spent: dict[int, float], ceilings: dict[int, float | None]) -> dict[str, Any]:
    """What a source pays each year as bars 20 high, with its ceilings as lines where they are known."""
    most = (
        max([*spent.values(), *(limit for limit in ceilings.values() if limit is not None)], default=0) or 1
    )
    peak = max(years, key=lambda year: spent.get(year, 0))

    def y(amount: float) -> str:
        return said.coordinate(20 - 20 * amount / most)

    return {
        "bars": [
            {
                "x": said.coordinate(place + 0.08),
                "y": y(spent.get(year, 0)),
                "h": said.coordinate(20 * spent.get(year, 0) / most),
            }
            for place, year in enumerate(years)
        ],
        "limits": [
            {"x": place, "y": y(limit)}
            for place, year in enumerate(years)
            if (limit := ceilings.get(year)) is not None
        ],
        "peak": {"year": peak, "amount": spent.get(peak, 0)},
    }


def source_finding(found: list[dict[str, Any]]) -> str:
    paid = [one for one in found if not one["loose"]]
    if not paid:
        return _("Dari mana uangnya belum diketahui")
    first, rest = max(paid, key=lambda one: one["amount"]), [one for one in found if one["loose"]]
    values = {
        "name": first["name"],
        "share": said.share(first["share"]),
        "loose": said.share(sum(one["share"] for one in rest)),
    }
    if rest:
        return _("%(name)s membiayai %(share)s; %(loose)s belum dibagi menurut sumber") % values
    return _("%(name)s membiayai %(share)s dari seluruh belanja") % values


def source_name(name: str) -> str:
    return {
        SHARED: _("pemungkin bersama"),
        UNFUNDED: _("belum ada sumbernya"),
        "lainnya": _("sumber lain"),
        "hibah": _("hibah"),
    }.get(name, name)


def table(reading: Reading) -> list[list[Any]]:
    """The yearly rows of the CSV, in whole rupiah, with a heading; empty cells are not known."""
    rows: list[list[Any]] = [
        [
            _("Tahun"),
            _("Modal (Rp)"),
            _("Operasi (Rp)"),
            _("Belanja (Rp)"),
            _("Pagu tahun itu (Rp)"),
            _("Dapat dibelanjakan (Rp)"),
            _("Sisa (Rp)"),
        ]
    ]
    for row in by_year(reading) if reading.priced else []:
        rows.append(
            [
                row["year"],
                *(
                    plain(row[name])
                    for name in ("capital", "operating", "total", "ceiling", "available", "left")
                ),
            ]
        )
    return rows


def plain(amount: float | None) -> str:
    return "" if amount is None else str(int(amount)) if float(amount).is_integer() else repr(amount)
