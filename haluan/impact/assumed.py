"""Who is served least, what rests on weak evidence, and what other assumptions would change, as the page says it."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.utils.translation import pgettext

from haluan.plans.reading import said
from haluan.plans.reading.plan import Reading
from haluan.plans.words import lang
from masterplan.language import listing, number, percent

FIELDS = {
    "share": lazy("bagian terbantu"),
    "people_affected": lazy("warga terdampak"),
    "severity": lazy("berat masalah"),
}
TOLD = 0.01
"""A range that begins below this part of its end is told by its end alone."""

KINDS = {
    "discount_rate": lazy("Tingkat diskonto"),
    "equity_weight": lazy("Kekuatan bobot pemerataan"),
    "severity": lazy("Berat masalah ±20 %"),
}


def between(low: float | None, high: float | None) -> str:
    """`371.000–374.000`; one figure where both are the same to three digits; empty where there is none."""
    if low is None:
        return ""
    first, last = said.about(low), said.about(low if high is None else high)
    return first if first == last else f"{first}–{last}"


def few(keys: list[str]) -> str:
    """At most six of them."""
    if len(keys) <= 6:
        return ", ".join(keys)
    return _("%(keys)s, dan %(more)s lagi") % {"keys": ", ".join(keys[:5]), "more": len(keys) - 5}


def instead(found: dict[str, Any], key: str = "") -> str:
    """What enters, leaves and moves, but for one."""
    enters, leaves, shifts = (
        [one for one in found[part] if one != key] for part in ("enters", "leaves", "moves")
    )
    parts = []
    if enters:
        parts.append(_("%(keys)s masuk") % {"keys": few(enters)})
    if leaves:
        parts.append(_("%(keys)s keluar") % {"keys": few(leaves)})
    if shifts:
        parts.append(_("mulai bergeser: %(keys)s") % {"keys": few(shifts)})
    return "; ".join(parts) or pgettext("hitungan", "tidak ada")


# -- fairness


def fairness(data: dict[str, Any], reading: Reading) -> dict[str, Any]:
    names = {one.code: one.name for one in reading.plan.districts or ()}
    each = sorted(data["districts"].items(), key=lambda one: one[1])
    most = max((value for _code, value in each), default=0) or 1
    resident = data["per"] == "resident"
    return {
        "finding": least_said(data, names, resident),
        "per": _("orang-tahun tiap seribu penduduk")
        if resident
        else _("orang-tahun tiap seribu warga terdampak"),
        "districts": [
            {
                "code": code,
                "name": names.get(code) or "",
                "value": said.about(1000 * value),
                "v": said.coordinate(100 * value / most),
            }
            for code, value in each
        ],
        "unreached": listing([names.get(code) or code for code in data["unreached"]], lang()),
        "greatest": between(*(1000 * part for part in data["greatest_floor"]))
        if data["greatest_floor"]
        else "",
        "floors": [
            {
                "name": name,
                "floor": said.about(1000 * one["floor"]),
                "price": between(*(max(0.0, part) for part in one["price"])),
                "instead": instead(one["instead"]),
            }
            for name, one in ((_("setengah jalan"), data["half"]), (_("sepenuhnya"), data["whole"]))
            if one is not None
        ],
        "groups": [
            {"name": name, "value": said.about(value)}
            for name, value in sorted(data["groups"].items(), key=lambda one: -one[1])
            if value > 0
        ],
        "left_out": listing(sorted(name for name, value in data["groups"].items() if value <= 0), lang()),
        "group_unknown": said.about(data["group_unknown"]) if data["group_unknown"] else "",
    }


def least_said(data: dict[str, Any], names: dict[str, str | None], resident: bool) -> str:
    if data["least"] is None:
        return ""
    values = {
        "district": names.get(data["least"]) or data["least"],
        "value": said.about(1000 * data["districts"][data["least"]]),
    }
    if resident:
        return _("Paling sedikit terbantu: %(district)s, %(value)s orang-tahun tiap seribu penduduk") % values
    return (
        _("Paling sedikit terbantu: %(district)s, %(value)s orang-tahun tiap seribu warga terdampak") % values
    )


# -- evidence


def evidence(data: dict[str, Any], reading: Reading) -> dict[str, Any]:
    half = data["d_counted_half"]
    rows = [measurement(one, reading) for one in data["measure"]]
    return {
        "finding": _("%(count)s pengukuran dapat mengubah pilihan; yang pertama: %(what)s")
        % {"count": len(rows), "what": rows[0]["what"]}
        if rows
        else _("Tidak ditemukan pengukuran yang akan mengubah pilihan"),
        "half": {
            "today": said.about(half["today"]),
            "best": between(half["value"], half["bound"]),
            "instead": instead(half["instead"]),
        }
        if half
        else None,
        "rows": rows,
    }


def measurement(one: dict[str, Any], reading: Reading) -> dict[str, Any]:
    low, high = one["worth"]
    about = one["innovation"] or one["problem"]
    where = (
        reading.link(about) if about in reading.innovations or about in reading.problems else {"id": about}
    )
    ends = [
        percent(end, lang()) if one["field"] == "share" else number(end, lang())
        for end in (one["ends"][0], one["ends"][2])
    ]
    return {
        **where,
        "what": f"{FIELDS[one['field']]} {one['innovation']} → {one['problem']}"
        if one["innovation"]
        else f"{FIELDS[one['field']]} {one['problem']}",
        "ends": "–".join(ends),
        "worth": between(low, high)
        if low > TOLD * high
        else _("paling banyak %(most)s, mungkin nol") % {"most": said.about(high)},
        "low": instead(one["low"]),
        "high": instead(one["high"]),
    }


# -- other assumptions


def sensitivity(data: list[dict[str, Any]]) -> dict[str, Any]:
    rows = [
        {
            "kind": KINDS[one["kind"]],
            "levels": levels(one),
            "today": between(*one["today"]),
            "best": between(*one["best"]),
            "missed": said.about(max(0.0, one["missed"][1])),
            "instead": instead(one),
            "cases": [
                {
                    "level": level(one["kind"], case),
                    "today": said.about(case["today"]),
                    "best": between(case["value"], case["bound"]),
                    "instead": instead(case["instead"]),
                }
                for case in one["cases"]
            ],
        }
        for one in data
    ]
    steady = sum(not (one["enters"] or one["leaves"]) for one in data)
    return {
        "finding": _("Pilihan inovasi tetap sama pada %(steady)s dari %(count)s jenis asumsi yang digeser")
        % {"steady": steady, "count": len(data)},
        "rows": rows,
    }


def level(kind: str, case: dict[str, Any]) -> str:
    if kind == "severity":
        return f"{case['about']} × {number(case['level'], lang())}"
    return percent(case["level"], lang()) if kind == "discount_rate" else number(case["level"], lang())


def levels(one: dict[str, Any]) -> str:
    if one["kind"] == "severity":
        return few(list(dict.fromkeys(case["about"] for case in one["cases"])))
    return ", ".join(level(one["kind"], case) for case in one["cases"])


# -- before and after


def before(data: dict[str, Any], number: str) -> dict[str, Any]:
    """Version `number` against the one that was optimised."""
    change = data["after"] - data["before"]
    some = {"number": number, "change": said.about(abs(change))}
    if not data["count"]:
        finding = _("Pada versi %(number)s belum ada yang dipilih") % some
    elif said.about(data["after"]) == said.about(data["before"]):
        finding = _("Sejak versi %(number)s nilai pilihan waktu itu tetap") % some
    elif change > 0:
        finding = (
            _("Sejak versi %(number)s pilihan waktu itu bernilai %(change)s orang-tahun lebih banyak") % some
        )
    else:
        finding = (
            _("Sejak versi %(number)s pilihan waktu itu bernilai %(change)s orang-tahun lebih sedikit") % some
        )
    return {
        "finding": finding,
        "rows": [
            (
                _("Pilihan versi %(number)s, menurut isi waktu itu") % {"number": number},
                said.about(data["before"]),
            ),
            (_("Pilihan yang sama, menurut isi sekarang"), said.about(data["after"])),
            (_("Yang terbaik menurut isi waktu itu"), between(*data["best_before"])),
            (_("Yang terbaik menurut isi sekarang"), between(*data["best_after"])),
        ],
        "gone": few(data["gone"]),
        "broken": data["broken"] if data["count"] else [],
        "anew": instead(data["anew"]) if data["anew"] else "",
    }
