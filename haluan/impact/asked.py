"""What was asked about an optimum, drawn from what its inquiries found: frontier, reasons and robustness here."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any

from django.utils.translation import gettext as _

from haluan.plans.reading import said
from haluan.plans.reading.overview import share_of
from haluan.plans.reading.plan import Reading
from haluan.plans.words import lang
from masterplan.language import rounded

from . import assumed
from .assumed import between, instead
from .models import Inquiry, Optimisation
from .shown import MINUS

WIDE, LEFT, TOP, FOOT = 420, 60, 26, 246
SORTS = ("perubahan", "inovasi", "bertahan")


def asked(run: Optimisation, reading: Reading, sort: str) -> dict[str, Any]:
    """Each kind of question with its newest inquiry and, where it is answered, what it says. One query."""
    newest: dict[str, Inquiry] = {}
    for inquiry in run.inquiries.exclude(state="cancelled").exclude(kind="turn").order_by("id"):
        inquiry.optimisation = run
        newest[inquiry.kind] = inquiry
    data = {kind: one.result["data"] for kind, one in newest.items() if one.state == "done"}
    robust = data.get("robust") or {}
    return {
        "inquiries": {kind.value: newest.get(kind.value) for kind in Inquiry.Kind},
        "frontier": frontier(data["frontier"]) if "frontier" in data else None,
        "why": reasons(data["why"], run, reading, robust.get("stays", {}), sort) if "why" in data else None,
        "robust": robustness(robust, reading) if robust else None,
        "fair": assumed.fairness(data["fair"], reading) if "fair" in data else None,
        "evidence": assumed.evidence(data["evidence"], reading) if "evidence" in data else None,
        "before": assumed.before(data["before"], newest["before"].about) if "before" in data else None,
        "assumed": assumed.sensitivity(data["assumed"]) if data.get("assumed") else None,
        "sort": sort,
    }


# -- what more money would bring


def frontier(data: dict[str, Any]) -> dict[str, Any]:
    known = [point for point in data["points"] if point["value"] is not None]
    most_money = max((point["money"] for point in data["points"]), default=0) or 1
    step, top = scale(max((point["value"] for point in known), default=0))
    unit, size = said.unit_of(most_money)

    def x(money: float) -> float:
        return LEFT + (WIDE - 8 - LEFT) * money / most_money

    def y(value: float) -> float:
        return FOOT - (FOOT - TOP) * value / top

    at = said.coordinate
    line = [f"{at(x(point['money']))},{at(y(point['value']))}" for point in known]
    now = next((point for point in known if point["factor"] == 1.0), None)
    bend = next((point for point in known if point["factor"] == data["knee"]), None)
    return {
        "finding": frontier_finding(data, bend),
        "line": " ".join(line),
        "area": f"{at(x(known[0]['money']))},{FOOT} {' '.join(line)} {at(x(known[-1]['money']))},{FOOT}"
        if known
        else "",
        "dots": [{"x": at(x(point["money"])), "y": at(y(point["value"]))} for point in known],
        "grid": grid(step, top),
        "ticks": [
            {
                "x": at(x(point["money"])),
                "text": said.in_unit(point["money"], size).removesuffix(",0").removesuffix(".0"),
            }
            for point in data["points"]
            if point["factor"] in {0.5, 1.0, 1.35, 2.0}
        ],
        "now": {
            "x": at(x(now["money"])),
            "y": at(y(now["value"])),
            "text_y": at(y(now["value"]) - 10),
            "text": said.about(now["value"]),
        }
        if now
        else None,
        "bend": {"x": at(x(bend["money"])), "y": at(y(bend["value"]))} if bend else None,
        "unit": unit,
        "rows": frontier_rows(data["points"], size),
        "gains": gains(known, x),
        "impossible": said.money(max(point["money"] for point in data["points"] if point["value"] is None))
        if len(known) < len(data["points"])
        else "",
    }


def frontier_rows(points: list[dict[str, Any]], size: int) -> list[dict[str, str]]:
    rows, before = [], None
    for point in points:
        more = ""
        if point["value"] is not None and before is not None and point["money"] > before["money"]:
            gained = max(0.0, point["value"] - before["value"])
            more = said.about(gained / ((point["money"] - before["money"]) / said.BILLION))
        rows.append(
            {
                "factor": said.share(point["factor"]),
                "money": said.in_unit(point["money"], size),
                "value": between(point["value"], point["bound"]),
                "more": more,
            }
        )
        before = point if point["value"] is not None else before
    return rows


def gains(known: list[dict[str, Any]], x: Callable[[float], float]) -> dict[str, Any] | None:
    """What a billion brings between one budget and the next, as bars."""
    pairs = [(a, b) for a, b in pairwise(known) if b["money"] > a["money"]]
    if not pairs:
        return None
    rates = [max(0.0, b["value"] - a["value"]) / ((b["money"] - a["money"]) / said.BILLION) for a, b in pairs]
    step, top = scale(max(rates))
    at = said.coordinate
    here = [rate for (a, b), rate in zip(pairs, rates, strict=True) if b["factor"] <= 1.0]
    after = [rate for (a, b), rate in zip(pairs, rates, strict=True) if a["factor"] >= 1.0]
    return {
        "bars": [
            {
                "x": at(x(a["money"]) + 1),
                "w": at(max(1.0, x(b["money"]) - x(a["money"]) - 2)),
                "y": at(FOOT - (FOOT - TOP) * rate / top),
                "h": at((FOOT - TOP) * rate / top),
                "more": a["factor"] >= 1.0,
            }
            for (a, b), rate in zip(pairs, rates, strict=True)
        ],
        "grid": grid(step, top),
        "finding": _("Mendekati pagu sekarang satu miliar membawa %(here)s orang-tahun, sesudahnya %(after)s")
        % {"here": said.about(here[-1]), "after": said.about(after[0])}
        if here and after
        else _("Yang dibawa satu miliar di antara dua tingkat pagu"),
    }


def grid(step: float, top: float) -> list[dict[str, str]]:
    at = said.coordinate
    places = [(step * n, FOOT - (FOOT - TOP) * step * n / top) for n in range(int(top / step + 1.5))]
    return [{"y": at(y), "text_y": at(y + 4), "text": said.about(value)} for value, y in places]


def frontier_finding(data: dict[str, Any], bend: dict[str, Any] | None) -> str:
    parts = []
    if data["next_billion"]:
        low, high = (said.about(max(0.0, part)) for part in data["next_billion"])
        some = (
            _("Satu miliar lagi menambah %(low)s sampai %(high)s orang-tahun")
            if low != "0"
            else _("Satu miliar lagi menambah paling banyak %(high)s orang-tahun")
        )
        parts.append(some % {"low": low, "high": high})
    if bend:
        parts.append(_("sesudah %(money)s tambahannya makin kecil") % {"money": said.money(bend["money"])})
    return "; ".join(parts) or _("Nilai terbaik menurut pagu")


def scale(most: float) -> tuple[float, float]:
    """A round step and the top of an axis of three to six steps."""
    if most <= 0:
        return 1.0, 1.0
    size = 10.0 ** (len(str(int(most))) - 1)
    step = next(size * part for part in (0.25, 0.5, 1, 2, 2.5) if most / (size * part) <= 5)
    return step, step * -(-most // step)


# -- why in, why out


def reasons(
    data: list[dict[str, Any]], run: Optimisation, reading: Reading, stays: dict[str, float], sort: str
) -> dict[str, Any]:
    rows = [
        reason(one, run, reading, stays.get(one["innovation"]))
        for one in data
        if one["innovation"] in reading.innovations
    ]
    keys = {
        "inovasi": lambda each: each["id"],
        "bertahan": lambda each: (-(each["stays"] or 0), each["id"]),
        "perubahan": lambda each: (each["middle"], each["id"]),
    }
    rows.sort(key=keys[sort])
    return {
        "inside": [each for each in rows if each["chosen"]],
        "outside": [each for each in rows if not each["chosen"]],
        "sure": sum(each["certain"] for each in rows),
        "count": len(rows),
    }


def reason(one: dict[str, Any], run: Optimisation, reading: Reading, stays: float | None) -> dict[str, Any]:
    key = one["innovation"]
    low, high = one["change"] or (None, None)
    return {
        **reading.link(key),
        "chosen": one["chosen"],
        "year": run.portfolio.get(key),
        "change": change_said(low, high, one["certain"]) if low is not None else "",
        "must": one["change"] is None,
        "certain": one["certain"],
        "middle": 0.0 if low is None else (low + high) / 2,
        "instead": instead(one["instead"], key) if one["instead"] else "",
        "stays": stays,
        "stays_said": "" if stays is None else said.share(stays),
        "part": share_of(stays or 0.0, 1.0),
    }


def change_said(low: float, high: float, certain: bool) -> str:
    """A sign only where it is known; otherwise how large it is at most."""
    if not certain:
        return _("paling banyak %(most)s") % {"most": said.about(max(abs(low), abs(high)))}
    sign = MINUS if high < 0 else "+"
    near, far = sorted((abs(low), abs(high)))
    first, last = said.about(near), said.about(far)
    return (
        f"{sign}{first}"
        if first == last
        else _("%(sign)s%(near)s sampai %(sign)s%(far)s")
        % {
            "sign": sign,
            "near": first,
            "far": last,
        }
    )


# -- how sure it is


def robustness(data: dict[str, Any], reading: Reading) -> dict[str, Any]:
    shaky = [
        {
            **reading.link(key),
            "dimension": reading.innovations[key].dimension or "",
            "share": said.share(part),
            "v": said.coordinate(100 * part),
            "stays": part,
        }
        for key, part in data["stays"].items()
        if key in reading.innovations and 0.05 <= part < 0.95
    ]
    shaky.sort(key=lambda each: -float(each["stays"]))
    firm = sum(part >= 0.95 for part in data["stays"].values())
    values = {"firm": firm, "shaky": len(shaky), "count": data["scenarios"]}
    average = data["best_on_average"]
    return {
        "finding": _(
            "%(firm)s inovasi tetap masuk di hampir semua skenario; %(shaky)s bergantung pada taksiran"
        )
        % values,
        "shaky": shaky,
        "count": data["scenarios"],
        "spread": spread(data),
        "mean": said.about(data["mean"]) if data["scenarios"] else "",
        "risk": said.about(data["value_at_risk"]) if data["value_at_risk"] is not None else "",
        "regret": said.about(data["regret"]) if data["regret"] is not None else "",
        "regret_most": said.about(data["regret_most"]) if data["regret_most"] is not None else "",
        "held": said.share(data["affordable"]),
        "average": said.about(average["mean"]),
        "price": said.about(max(0.0, average["price"])),
    }


def spread(data: dict[str, Any]) -> dict[str, Any] | None:
    """How often the value falls where, as bars, and between what it lies in nine of ten scenarios."""
    if not data["ninety"]:
        return None
    counts, edges = data["histogram"]["counts"], data["histogram"]["edges"]
    most = max(counts) or 1
    low, high = (said.about(edge) for edge in data["ninety"])
    return {
        "low": low,
        "high": high,
        "bars": [
            {
                "x": said.coordinate(place + 0.06),
                "y": said.coordinate(20 - 20 * count / most),
                "h": said.coordinate(20 * count / most),
            }
            for place, count in enumerate(counts)
        ],
        "count": len(counts),
        "first": said.about(edges[0]),
        "last": said.about(edges[-1]),
        "rows": [
            {"from": said.about(begin), "to": said.about(end), "count": count}
            for begin, end, count in zip(edges, edges[1:], counts, strict=False)
        ],
    }


# -- what would turn the answer about one


def turned(data: dict[str, Any], inside: bool) -> list[str]:
    """The smallest change of its cost, and of its share, that would turn the decision."""
    told = []
    cost, share = data["cost"], data["share"]
    if cost is None:
        told.append(
            _("Tidak ditemukan biaya yang membaliknya, sampai delapan kali lipat.")
            if inside
            else _("Tidak ditemukan biaya yang membaliknya, semurah apa pun.")
        )
    elif inside:
        told.append(_("Keluar bila biayanya menjadi %(times)s kali.") % {"times": rounded(cost, lang(), 2)})
    else:
        told.append(_("Masuk bila biayanya turun menjadi %(part)s.") % {"part": said.share(cost)})
    if share is None:
        told.append(_("Tidak ditemukan bagian terbantu yang membaliknya."))
    elif inside:
        told.append(
            _("Keluar bila bagian terbantunya turun menjadi %(part)s dari taksiran.")
            % {"part": said.share(share)}
        )
    else:
        told.append(
            _("Masuk bila bagian terbantunya menjadi %(times)s kali taksiran.")
            % {"times": rounded(share, lang(), 2)}
        )
    return told
