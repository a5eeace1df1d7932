"""What the page of a portfolio shows: its finding, its proof, the road map to try on, and what trying changes."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from haluan.plans.reading import said
from haluan.plans.reading.overview import evidence
from haluan.plans.reading.plan import Reading, dimensions
from haluan.plans.reading.roadmap import bar, finding, window
from haluan.plans.words import lang

from .choice import Choice, Portfolio, own_portfolio
from .models import Optimisation

MINUS = "−"


def head(choice: Choice) -> dict[str, str]:
    reading = choice.reading
    values = {
        "chosen": len(choice.portfolio),
        "all": len(reading.innovations),
        "years": worth(reading),
        "money": spent(reading),
    }
    return {
        "heading": _("%(chosen)s dari %(all)s inovasi, %(years)s orang-tahun, %(money)s") % values,
        "lead": lead(choice),
    }


def lead(choice: Choice) -> str:
    reading = choice.reading
    limit = ceiling(reading)
    what = [opening(choice, said.money(limit) if limit else "", reading.period)]
    if reading.person_years and reading.impact:
        between = said.span(reading.person_years)
        plain = said.about(reading.impact.unweighted_person_years.expected)
        if between:
            what.append(_("Rentang taksiran %(between)s;") % {"between": between})
        what.append(_("tanpa bobot pemerataan %(plain)s.") % {"plain": plain})
    return " ".join(what)


def opening(choice: Choice, limit: str, period: str) -> str:
    values = {"limit": limit, "period": period, "name": choice.name}
    if choice.moved:
        return _("Susunan yang sedang dicoba, belum disimpan.")
    if choice.optimisation and limit:
        return _("Susunan terbaik untuk pagu %(limit)s selama %(period)s.") % values
    if choice.source and not choice.optimisation:
        return _("Skenario “%(name)s” selama %(period)s.") % values
    return _("%(name)s selama %(period)s.") % values


def ceiling(reading: Reading) -> float | None:
    """All that may be spent over the plan's years; None where a year has no ceiling."""
    own = reading.spending.ceilings.get(None, {})
    return sum(own[year] for year in reading.years) if all(year in own for year in reading.years) else None


def worth(reading: Reading) -> str:
    return said.about(reading.person_years.expected) if reading.person_years else "0"


def spent(reading: Reading) -> str:
    return said.money(total(reading))


def total(reading: Reading) -> float:
    return float(sum(reading.impact.spending.values())) if reading.impact else 0.0


def proof(run: Optimisation) -> list[tuple[str, str]]:
    """Value, bound and gap as they were proven, in full: here and only here every digit is the solver's."""
    rows = [
        (_("Nilai"), said.about(run.value) if run.value is not None else "–"),
        (_("Batas atas"), said.about(run.bound) if run.bound is not None else "–"),
        (_("Celah"), gap_said(run.reached)),
        (_("Berhenti karena"), str(run.get_stopped_by_display())),
        (_("Waktu"), _("%(seconds)s detik") % {"seconds": said.whole(round(run.seconds, 1))}),
    ]
    if run.factor != 1.0:
        rows.append((_("Pagu"), said.share(run.factor)))
    if run.per_dimension is not None:
        rows.append((_("Paling sedikit per dimensi"), said.whole(run.per_dimension)))
    if run.quick_wins is not None:
        rows.append((_("Paling sedikit quick win"), said.whole(run.quick_wins)))
    if run.fixed_before:
        rows.append((_("Tetap"), _("yang mulai sebelum %(year)s") % {"year": run.fixed_before}))
    return rows


def gap_said(gap: float | None) -> str:
    """Rounded up: a gap is never shown smaller than it is."""
    from masterplan.language import number

    if gap is None:
        return _("belum diketahui")
    return number(-(-gap * 1e4 // 1) / 100, lang(), 2) + ("%" if lang() == "en" else " %")


# -- the road map


def roadmap(choice: Choice) -> dict[str, Any]:
    reading = choice.reading
    worths = [found.expected for one in reading.scheduled if (found := reading.of_innovation(one.id))]
    most = max(worths, default=0)
    groups, outside = [], []
    for code, name in [*dimensions(), (None, _("Belum berdimensi"))]:
        rows = [row(choice, one, most) for one in reading.innovations.values() if one.dimension == code]
        shown = [each for each in rows if each["in"] or each["moved"]]
        shown.sort(key=lambda each: (not each["in"], each["start"] or 0))
        left = [each for each in rows if each not in shown]
        groups += [{"code": code or "", "name": name, "rows": shown}] if shown else []
        outside += [{"code": code or "", "name": name, "rows": left}] if left else []
    return {
        "finding": finding(reading) if reading.scheduled else _("Belum ada inovasi dalam susunan ini"),
        "years": list(reading.years),
        "count": len(reading.years),
        "groups": groups,
        "outside": outside,
        "left": sum(len(group["rows"]) for group in outside),
    }


def row(choice: Choice, one: Any, most: float) -> dict[str, Any]:
    reading = choice.reading
    inside = one.id in choice.portfolio
    shown = (
        bar(reading, one, most)
        if inside
        else {**reading.link(one.id), "start": None, "quick": bool(one.quick_win)}
    )
    return {
        **shown,
        "in": inside,
        "moved": one.id in choice.moved,
        "origin": choice.origin.get(one.id, ""),
        "window": window(one),
    }


# -- what trying changes


def effect(choice: Choice) -> dict[str, Any]:
    """This portfolio beside the one it came from and the plan as it stands."""
    own, origin, now = choice.own_reading, choice.origin_judged, choice.judged
    columns = [(_("Rencana sekarang"), own)]
    if choice.source:
        columns.append((choice.name, origin))
    if choice.moved:
        columns.append((_("Sedang dicoba"), now))
    before = origin if choice.moved else own
    return {
        "columns": [column(name, reading) for name, reading in columns],
        "broken": [one.words.say(lang()) for one in now.impact.broken] if now.impact else [],
        "other_ceilings": "" if choice.factor == 1.0 else said.share(choice.factor),
        "trouble": now.trouble.say(lang()) if now.trouble else "",
        "sentence": sentence(choice, before, now),
        "differs": difference(own_portfolio(own), choice.portfolio),
        "changed": own_portfolio(own) != choice.portfolio,
    }


def column(name: str, reading: Reading) -> dict[str, Any]:
    impact = reading.impact
    plain = impact.unweighted_person_years if impact and reading.person_years else None
    return {
        "name": name,
        "person_years": reading.person_years,
        "unweighted": plain,
        "spent": total(reading),
        "broken": len(impact.broken) if impact else None,
        "count": len(reading.scheduled),
    }


def sentence(choice: Choice, before: Reading, now: Reading) -> str:
    """What the last moves cost and gain, in one sentence; empty where nothing differs."""
    if before.impact is None or now.impact is None or before is now:
        return ""
    gained = now.impact.person_years.expected - before.impact.person_years.expected
    plain = now.impact.unweighted_person_years.expected - before.impact.unweighted_person_years.expected
    costs = total(now) - total(before)
    values = {
        "years": signed(gained),
        "plain": signed(plain),
        "money": signed_money(costs),
        "name": choice.name,
    }
    if choice.moved:
        told = {
            "what": "; ".join(move_said(key, year) for key, year in list(choice.moved.items())[:4]),
            **values,
        }
        return _("%(what)s: %(years)s orang-tahun (tanpa bobot %(plain)s), belanja %(money)s.") % told
    return (
        _("Dibanding rencana sekarang: %(years)s orang-tahun (tanpa bobot %(plain)s), belanja %(money)s.")
        % values
    )


def move_said(key: str, year: int | None) -> str:
    return (
        _("%(key)s keluar") % {"key": key}
        if year is None
        else _("%(key)s mulai %(year)s") % {"key": key, "year": year}
    )


def signed(amount: float) -> str:
    """`+1.440`, `−1.440`, `±0`."""
    if abs(amount) < 1e-9:
        return "±0"
    return ("+" if amount > 0 else MINUS) + said.about(abs(amount))


def signed_money(amount: float) -> str:
    if abs(amount) < 1:
        return _("tetap")
    return ("+" if amount > 0 else MINUS) + said.money(abs(amount))


def difference(before: Portfolio, after: Portfolio) -> dict[str, list[str]]:
    both = before.keys() & after.keys()
    return {
        "enters": [f"{key} ({year})" for key, year in after.items() if key not in before],
        "leaves": [key for key in before if key not in after],
        "shifts": [
            f"{key} ({before[key]} → {after[key]})"
            for key in after
            if key in both and before[key] != after[key]
        ],
    }


def unknowns(reading: Reading) -> list[str]:
    return [one.why.say(lang()) for one in reading.impact.ignored] if reading.impact else []


def facts(choice: Choice) -> dict[str, Any]:
    return {"evidence": evidence(choice.reading), "ignored": unknowns(choice.reading)}
