"""Fairness, evidence and sensitivity as `haluan optimise` prints them: data for programs, lines for people."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from masterplan.impact.optimiser.sensitivity import ranges
from masterplan.language import Words, in_both, number, percent, rounded

if TYPE_CHECKING:
    from collections.abc import Mapping

    from masterplan.impact.optimiser.again import Case, Difference
    from masterplan.impact.optimiser.fairness import Fairness, Floored
    from masterplan.impact.optimiser.learning import Measurement
    from masterplan.impact.optimiser.sensitivity import Assumption
    from masterplan.impact.result import Estimate

Data = dict[str, Any]


def difference_data(difference: Difference) -> Data:
    return {
        "enters": list(difference.enters),
        "leaves": list(difference.leaves),
        "moves": {key: list(years) for key, years in difference.moves.items()},
    }


def fair_data(found: Fairness, groups: Mapping[str | None, Estimate]) -> Data:
    return {
        "per": "resident" if found.residents else "affected",
        "districts": found.each,
        "unreached": list(found.unreached),
        "least": found.least,
        "greatest_floor": list(found.greatest) if found.greatest else None,
        "half": _floored_data(found.half),
        "whole": _floored_data(found.whole),
        "groups": {group: estimate.expected for group, estimate in groups.items() if group is not None},
        "group_unknown": groups[None].expected if None in groups else 0.0,
    }


def _floored_data(one: Floored | None) -> Data | None:
    if one is None:
        return None
    return {
        "floor": one.floor,
        "value": one.value,
        "bound": one.bound,
        "price": list(one.price),
        "instead": difference_data(one.instead),
    }


def evidence_data(shares: Mapping[str, float], half: Case | None, measured: Sequence[Measurement]) -> Data:
    return {
        "shares": dict(shares),
        "d_counted_half": case_data(half) if half else None,
        "measure": [
            {
                "innovation": one.innovation,
                "problem": one.problem,
                "field": one.field,
                "ends": list(one.ends),
                "worth": list(one.worth),
                "low": difference_data(one.cases[0].instead),
                "high": difference_data(one.cases[2].instead),
            }
            for one in measured
        ],
    }


def case_data(one: Case) -> Data:
    return {
        "today": one.today,
        "value": one.value,
        "bound": one.bound,
        "instead": difference_data(one.instead),
    }


def sensitivity_data(found: list[Assumption]) -> list[Data]:
    return [
        {
            "kind": one.kind,
            "today": list(one.today),
            "best": list(one.best),
            "missed": list(one.missed),
            "enters": list(one.enters),
            "leaves": list(one.leaves),
            "moves": list(one.moves),
            "cases": [
                {"about": case.about, "level": case.level} | case_data(case.case)
                for case in found
                if case.kind == one.kind
            ],
        }
        for one in ranges(found)
    ]


def lines(more: Data) -> list[Words]:
    """Two or three significant digits and ranges, whatever was asked."""
    return [
        *(_fair(more["fair"]) if "fair" in more else ()),
        *(_evidence(more["evidence"]) if "evidence" in more else ()),
        *(_sensitivity(more["sensitivity"]) if "sensitivity" in more else ()),
    ]


def _fair(found: Data) -> list[Words]:
    told = [
        _UNREACHED.with_(names=", ".join(found["unreached"]))
    ] if found["unreached"] else []  # fmt: skip
    if found["least"] is None:
        return [*told, _NOT_COMPARED]
    person = _RESIDENT if found["per"] == "resident" else _AFFECTED
    today, (low, high) = found["districts"][found["least"]], found["greatest_floor"]
    told.append(_LEAST.with_(code=found["least"], each=_figure(today), person=person))
    told.append(_GREATEST.with_(between=_between(low, high), person=person))
    for name, words in (("half", _HALF), ("whole", _WHOLE)):
        one = found[name]
        if one is not None:
            told.append(
                words.with_(
                    floor=_figure(one["floor"]), price=_between(*one["price"]), change=_change(one["instead"])
                )
            )
    return told


def _evidence(found: Data) -> list[Words]:
    told, half = [], found["d_counted_half"]
    if half is not None:
        told.append(
            _D_HALF.with_(
                today=_figure(half["today"]),
                best=_between(half["value"], half["bound"]),
                change=_change(half["instead"]),
            )
        )
    if found["measure"]:
        told.append(_MEASURE)
    for one in found["measure"]:
        about = f"{one['innovation']} → {one['problem']}" if one["innovation"] else one["problem"]
        low, high = one["worth"]
        told.append(
            _MEASUREMENT.with_(
                what=_FIELDS[one["field"]].with_(about=about),
                ends=in_both(lambda lang, one=one: f"{number(one['ends'][0], lang)}–{number(one['ends'][2], lang)}"),
                worth=_between(low, high) if low > 0 else _AT_MOST.with_(most=_figure(high)),
            )
        )  # fmt: skip
    return told


def _sensitivity(found: list[Data]) -> list[Words]:
    return [
        _RANGE.with_(
            kind=_KINDS[one["kind"]],
            levels=in_both(lambda lang, one=one: _levels(one, lang)),
            today=_between(*one["today"]),
            missed=_figure(one["missed"][1]),
            change=_change(one),
        )
        for one in found
    ]  # fmt: skip


def _levels(one: Data, lang: str) -> str:
    if one["kind"] == "severity":
        return ", ".join(dict.fromkeys(case["about"] for case in one["cases"]))
    percents = one["kind"] == "discount_rate"
    return ", ".join(
        percent(case["level"], lang) if percents else number(case["level"], lang) for case in one["cases"]
    )


def _change(instead: Data) -> Words:
    """What enters, leaves and moves to another year, in a half sentence."""
    parts = [(_ENTERS, instead["enters"]), (_LEAVES, instead["leaves"]), (_MOVES, list(instead["moves"]))]
    told = [words.with_(names=", ".join(names)) for words, names in parts if names]
    return in_both(lambda lang: ", ".join(words.say(lang) for words in told)) if told else _SAME


def _figure(value: float) -> Words:
    return in_both(lambda lang: rounded(value, lang))


def _between(low: float, high: float) -> Words:
    """A range, or one figure where three digits cannot tell its ends apart."""
    return in_both(
        lambda lang: (
            rounded(low, lang)
            if rounded(low, lang) == rounded(high, lang)
            else f"{rounded(low, lang)}–{rounded(high, lang)}"
        )
    )


_RESIDENT = Words("penduduk", "resident")
_AFFECTED = Words("warga terdampak", "person affected")
_UNREACHED = Words(
    "Tidak terjangkau inovasi apa pun: kecamatan {names}.", "Reached by no innovation: districts {names}."
)
_NOT_COMPARED = Words(
    "Kecamatan tidak dapat dibandingkan: sebaran warga (people_by_district) belum diketahui.",
    "Districts cannot be compared: where people live (people_by_district) is not known.",
)
_LEAST = Words(
    "Kecamatan yang paling sedikit terbantu: {code}, {each} orang-tahun tiap {person}.",
    "The least served district: {code}, {each} person-years for each {person}.",
)
_GREATEST = Words(
    "Paling sedikit yang dapat dijamin bagi semua: {between} orang-tahun tiap {person}.",
    "The most that can be guaranteed to all: {between} person-years for each {person}.",
)
_HALF = Words(
    "  Setengah jalan ke sana ({floor}) mengorbankan {price} orang-tahun; {change}.",
    "  Half of the way there ({floor}) gives up {price} person-years; {change}.",
)
_WHOLE = Words(
    "  Sepenuhnya ({floor}) mengorbankan {price} orang-tahun; {change}.",
    "  All of the way ({floor}) gives up {price} person-years; {change}.",
)
_D_HALF = Words(
    "Bila bukti D dihitung separuh: pilihan ini {today}, yang terbaik {best} orang-tahun; {change}.",
    "If evidence D counted half: this choice {today}, the best {best} person-years; {change}.",
)
_MEASURE = Words(
    "Yang paling berguna diukur lebih dahulu (tambahan rata-rata, orang-tahun):",
    "Most worth measuring first (added on average, person-years):",
)
_MEASUREMENT = Words("  {what} ({ends}): {worth}", "  {what} ({ends}): {worth}")
_AT_MOST = Words("paling banyak {most}, mungkin nol", "at most {most}, perhaps none")
_FIELDS = {
    "share": Words("bagian terbantu {about}", "share relieved {about}"),
    "people_affected": Words("warga terdampak {about}", "people affected {about}"),
    "severity": Words("berat {about}", "severity {about}"),
}
_KINDS = {
    "discount_rate": Words("Tingkat diskonto", "Discount rate"),
    "equity_weight": Words("Pangkat bobot pemerataan", "Power of the equity weights"),
    "severity": Words("Berat masalah ±20 %", "Severity ±20%"),
}
_RANGE = Words(
    "{kind} ({levels}): pilihan ini {today} orang-tahun, kurang paling banyak {missed} dari yang terbaik;"
    " {change}.",
    "{kind} ({levels}): this choice {today} person-years, at most {missed} short of the best; {change}.",
)
_ENTERS = Words("masuk {names}", "in {names}")
_LEAVES = Words("keluar {names}", "out {names}")
_MOVES = Words("tahun mulai lain {names}", "another start {names}")
_SAME = Words("pilihannya sama", "the choice is the same")
