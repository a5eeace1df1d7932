"""The first page of a plan: what it promises, to whom, for how much, on what evidence, and what nobody knows yet."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from haluan.plans.words import lang
from masterplan.document.types import Innovation, Problem

from . import said
from .plan import Reading, dimensions, told, weight

FIRST = 8
"""Problems and quick wins shown at once; the rest opens on request."""


def overview(reading: Reading) -> dict[str, Any]:
    heaviest = by_weight(reading)
    wins = [promise(reading, one) for one in reading.quick_wins]
    return {
        "heading": reading.plan.title,
        "lead": lead(reading),
        "vision": reading.plan.vision,
        "missions": reading.plan.missions or [],
        "figures": figures(reading),
        "wins": wins[:6],
        "more_wins": wins[6:],
        "dimensions": [dimension(reading, code, name) for code, name in dimensions()],
        "heaviest": heaviest[:FIRST],
        "lighter": heaviest[FIRST:],
        "weight_finding": weight_finding(reading),
        "unweighed": [reading.link(key) for key, one in reading.problems.items() if weight(one) is None],
        "starts": starts(reading),
        "starts_finding": starts_finding(reading),
        "waiting": [reading.link(one.id) for one in reading.chosen if one.scheduled_start is None],
        "proposed": [reading.link(one.id) for one in reading.proposed],
        "evidence": evidence(reading),
        "gaps": gaps(reading),
        "unsaid": unsaid(reading),
        "sources": reading.plan.sources or [],
        "legal_basis": reading.plan.legal_basis,
    }


def lead(reading: Reading) -> str:
    """The finding of the plan in two sentences; an unknown is said."""
    return " ".join([promised(reading), worth(reading)])


def promised(reading: Reading) -> str:
    numbers = {
        "all": len(reading.innovations), "chosen": len(reading.chosen), "problems": len(reading.problems),
        "answered": len(reading.answered), "period": reading.period,
    }  # fmt: skip
    if not reading.innovations:
        return (
            _("Rencana %(period)s ini belum memuat inovasi; yang ditulis baru %(problems)s masalah warga.")
            % numbers
        )
    if not reading.chosen:
        return (
            _("%(all)s inovasi diusulkan untuk %(problems)s masalah warga; belum ada yang dipilih.") % numbers
        )
    if len(reading.chosen) == len(reading.innovations):
        return (
            _("%(chosen)s inovasi menjawab %(answered)s dari %(problems)s masalah warga yang dicatat.")
            % numbers
        )
    return (
        _("%(chosen)s dari %(all)s inovasi dipilih, untuk %(answered)s dari %(problems)s masalah warga.")
        % numbers
    )


def worth(reading: Reading) -> str:
    cost, benefit = reading.cost, reading.person_years
    if cost is None and benefit is None:
        return _("Berapa biayanya dan berapa warga yang akan terbantu belum diketahui.")
    money = (
        _("Biayanya %(cost)s selama %(period)s") % {"cost": said.money(cost), "period": reading.period}
        if cost is not None
        else _("Biayanya belum diketahui")
    )
    if benefit is None:
        return _("%(money)s; berapa warga yang akan terbantu belum diketahui.") % {"money": money}
    values = {"money": money, "figure": said.about(benefit.expected), "between": said.between(benefit)}
    if values["between"]:
        return _("%(money)s; yang terbantu kira-kira %(figure)s orang-tahun, %(between)s.") % values
    return _("%(money)s; yang terbantu kira-kira %(figure)s orang-tahun.") % values


def figures(reading: Reading) -> dict[str, Any]:
    impact = reading.impact
    counted = sum(one.people_affected is not None for one in reading.problems.values())
    return {
        "chosen": len(reading.chosen),
        "all": len(reading.innovations),
        "proposed": len(reading.proposed),
        "cost": reading.cost,
        "price_year": reading.plan.settings.price_year if reading.plan.settings else None,
        "unpriced": len(reading.spending.without_cost) if reading.priced else 0,
        "person_years": reading.person_years,
        "unweighted": impact.unweighted_person_years.expected if impact else None,
        "potential": impact.potential if impact and impact.potential.high > 0 else None,
        "counted": counted,
        "problems": len(reading.problems),
        "trouble": reading.trouble.say(lang()) if reading.trouble else "",
        "period": reading.period,
    }


def promise(reading: Reading, one: Innovation) -> dict[str, Any]:
    """A quick win as residents read it."""
    return {
        **reading.link(one.id), "dimension": one.dimension, "change": told(one.service_change),
        "year": one.scheduled_start, "chosen": one.decision == "chosen", "who": one.beneficiaries or "",
        "works": works(one),
    }  # fmt: skip


def works(one: Innovation) -> int | None:
    """The first year it works; a missing duration counts as one year."""
    return None if one.scheduled_start is None else one.scheduled_start + (one.duration_years or 1)


def dimension(reading: Reading, code: str, name: str) -> dict[str, Any]:
    innovations = [one for one in reading.innovations.values() if one.dimension == code]
    problems = [key for key, one in reading.problems.items() if one.dimension == code]
    found = [estimate for key in problems if (estimate := reading.of_problem(key))]
    return {
        "code": code, "name": name, "problems": len(problems), "innovations": len(innovations),
        "chosen": sum(one.decision == "chosen" for one in innovations),
        "person_years": sum(one.expected for one in found) or None,
        "chain": chain_line(reading, innovations),
    }  # fmt: skip


def chain_line(reading: Reading, innovations: list[Innovation]) -> list[str]:
    """The chain of the innovation that relieves most, in four words of the plan: problem, innovation, enabler, outcome."""

    def value(one: Innovation) -> tuple[bool, float, bool]:
        estimate = reading.of_innovation(one.id)
        return one.decision == "chosen", estimate.expected if estimate else 0.0, bool(one.addresses)

    if not innovations:
        return []
    best = max(innovations, key=value)
    problem = reading.problems[best.addresses[0].problem].title if best.addresses else ""
    enabler = reading.enablers[best.enablers[0]].title if best.enablers else ""
    outcome = best.outcomes[0].indicator.name if best.outcomes else ""
    return [problem, best.title, enabler, outcome]


def by_weight(reading: Reading) -> list[dict[str, Any]]:
    """Problems whose weight is known, the heaviest first."""
    found = [(heavy, one) for one in reading.problems.values() if (heavy := weight(one)) is not None]
    found.sort(key=lambda pair: -pair[0])
    heaviest = found[0][0] if found else 0
    return [
        {**problem_row(reading, one), "weight": heavy, "part": share_of(heavy, heaviest)}
        for heavy, one in found
    ]


def problem_row(reading: Reading, one: Problem) -> dict[str, Any]:
    return {
        **reading.link(one.id), "dimension": one.dimension, "people": one.people_affected, "severity": one.severity,
        "group": one.group or "", "evidence": one.evidence or "",
        "answered": any(each.decision == "chosen" for each in reading.answering[one.id]),
    }  # fmt: skip


def share_of(part: float, most: float) -> str:
    """A length for a meter: `63.2%`."""
    return f"{100 * part / most if most > 0 else 0:.1f}%"


def weight_finding(reading: Reading) -> str:
    """Which part of the yearly burden the heaviest problems are; nothing where no weight is known."""
    weights = sorted(
        (heavy for one in reading.problems.values() if (heavy := weight(one)) is not None), reverse=True
    )
    total = sum(weights)
    if total <= 0:
        return ""
    half, few = 0.0, 0
    while half < total / 2:
        half, few = half + weights[few], few + 1
    values = {"few": few, "all": len(weights), "part": said.share(half / total), "burden": said.about(total)}
    if len(weights) == 1:
        return _("Satu masalah yang ditimbang membebani warga %(burden)s orang-tahun setiap tahun") % values
    return (
        _(
            "%(few)s dari %(all)s masalah yang ditimbang memikul %(part)s beban warga, %(burden)s orang-tahun setiap tahun"
        )
        % values
    )


def starts(reading: Reading) -> list[dict[str, Any]]:
    found = defaultdict(list)
    for one in reading.scheduled:
        found[one.scheduled_start].append(
            {**reading.link(one.id), "dimension": one.dimension, "quick": bool(one.quick_win)}
        )
    return [{"year": year, "innovations": found[year]} for year in sorted(found, key=lambda year: year or 0)]


def starts_finding(reading: Reading) -> str:
    """When the promises begin."""
    if not reading.scheduled:
        return _("Belum ada inovasi terpilih yang punya tahun mulai")
    first = reading.plan.period.first_year
    begin = sorted(one.scheduled_start or 0 for one in reading.scheduled)
    early = sum(year <= first for year in begin)
    values = {"early": early, "all": len(begin), "first": first, "last": begin[-1]}
    if early == len(begin):
        return (
            ngettext(
                "%(all)s inovasi, dimulai pada tahun pertama (%(first)s) atau sebelumnya",
                "%(all)s inovasi, semuanya dimulai pada tahun pertama (%(first)s) atau sebelumnya",
                len(begin),
            )
            % values
        )
    if not early:
        return _("%(all)s inovasi, yang pertama dimulai %(begin)s dan yang terakhir %(last)s") % {
            **values,
            "begin": begin[0],
        }
    return (
        _(
            "%(early)s dari %(all)s inovasi sudah dimulai pada tahun pertama (%(first)s); sisanya menyusul sampai %(last)s"
        )
        % values
    )


def evidence(reading: Reading) -> dict[str, Any]:
    """Shares of the value by grade; where nothing is counted yet, shares of the problems instead."""
    shares = reading.impact.evidence_shares() if reading.impact and reading.person_years else {}
    of_value = sum(shares.values()) > 0
    if not of_value:
        grades = [one.evidence or "D" for one in reading.problems.values()]
        shares = {grade: grades.count(grade) / len(grades) for grade in "ABCD"} if grades else {}
    rows = [
        {
            "grade": grade,
            "share": part,
            "v": said.coordinate(100 * part),
            "k": strength,
            "guess": grade == "D",
        }
        for (grade, part), strength in zip(shares.items(), ("100%", "65%", "35%", ""), strict=False)
    ]
    return {"rows": rows, "of_value": of_value, "finding": evidence_finding(shares, of_value)}


def evidence_finding(shares: dict[str, float], of_value: bool) -> str:
    if not shares:
        return _("Belum ada yang dapat dinilai buktinya")
    measured, guessed = shares["A"] + shares["B"], shares["C"] + shares["D"]
    values = {"measured": said.share(measured), "guessed": said.share(guessed)}
    if not of_value:
        return _("Manfaatnya belum terhitung; %(measured)s masalahnya berdasar pengukuran") % values
    if measured >= guessed:
        return (
            _("%(measured)s manfaat bertumpu pada pengukuran, %(guessed)s pada taksiran dan anggapan")
            % values
        )
    return (
        _("%(guessed)s manfaat masih bertumpu pada taksiran dan anggapan, %(measured)s pada pengukuran")
        % values
    )


def gaps(reading: Reading) -> list[dict[str, Any]]:
    """What the value lacks, told once each with whom it concerns."""
    found: dict[str, list[dict[str, str]]] = {}
    for remark in (*reading.impact.unknown, *reading.impact.ignored) if reading.impact else ():
        links = found.setdefault(remark.why.say(lang()), [])
        link = reading.link(remark.element) if remark.element else None
        if link and link not in links:
            links.append(link)
    return [
        {"why": why, "links": links, "everywhere": everywhere(reading, links)} for why, links in found.items()
    ]


def everywhere(reading: Reading, links: list[dict[str, str]]) -> str:
    """*semua 6 masalah*, where it would be tedious to name them; else empty."""
    keys = {link["id"] for link in links}
    if len(keys) > 2 and keys == set(reading.problems):
        return _("semua %(count)s masalah") % {"count": len(keys)}
    if len(keys) > 2 and keys == set(reading.innovations):
        return _("semua %(count)s inovasi") % {"count": len(keys)}
    return ""


def unsaid(reading: Reading) -> list[str]:
    """Parts of a plan that this one does not have."""
    plan = reading.plan
    parts = {
        _("visi"): plan.vision, _("misi"): plan.missions, _("pagu anggaran"): plan.budget, _("kecamatan"): plan.districts,
        _("dewan dan tim pelaksana"): plan.governance, _("dasar hukum"): plan.legal_basis, _("sumber"): plan.sources,
        _("kesiapan"): plan.readiness, _("isu strategis"): plan.issues,
    }  # fmt: skip
    return [name for name, there in parts.items() if not there]
