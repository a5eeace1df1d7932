"""Buku II: gathers what the chapters say into one tree of texts and shares, which the templates set."""

from __future__ import annotations

from datetime import date
from typing import Any

from masterplan.books import accounts, closing, schedule, service, unknowns, words
from masterplan.books import impact as impacts
from masterplan.books.reading import Data, Reading, cut
from masterplan.document.types import Plan
from masterplan.document.writing import digest

HEADER_LENGTH = 78  # characters of a title that fit in the running head
SHORT = 8  # rows of a chapter that may follow another on the same page
TITLE_LENGTH = 300  # characters of the title a PDF reader shows


def content(plan: Plan, *, lang: str, training: bool, made_on: date | None) -> dict[str, Any]:
    """Everything Buku II says, in the order it says it; nothing is computed in the templates."""
    reading = Reading(plan, lang)
    impact = impacts.judge(plan, lang)
    counted = None if isinstance(impact, str) else impact
    missing = unknowns.unknowns(reading)
    hash_ = digest(plan.model_dump(exclude_none=True))
    return {
        "lang": lang,
        "words": words.labels(lang),
        "training": reading.say("training") if training else None,
        "cover": _cover(reading, hash_, made_on),
        "money": _money(reading),
        "long": _long(plan, reading),
        "vision": plan.vision,
        "missions": plan.missions or [],
        "targets": service.targets(reading),
        "dimensions": service.dimensions(reading, counted),
        "roadmap": schedule.roadmap(reading),
        "budget": accounts.budget(reading, counted),
        "impact": impacts.chapter(reading, impact),
        "quick_wins": schedule.quick_wins(reading),
        "governance": closing.governance(reading),
        "rules": closing.rules(reading, impact),
        "risks": closing.risks(reading),
        "sources": closing.sources(reading),
        "unknowns": {
            "lead": reading.say("unknowns-lead", count=reading.number(sum(row["count"] for row in missing))),
            "rows": missing,
        },
        "colophon": {"hash": hash_, "date": _date(reading, made_on)},
    }


def _cover(reading: Reading, hash_: str, made_on: date | None) -> Data:
    plan, period = reading.plan, reading.plan.period
    title = f"{reading.say('book')}: {plan.title}"
    code = f" ({plan.region.code})" if plan.region.code else ""
    return {
        "region": plan.region.name,
        "code": code,
        "title": plan.title,
        "period": reading.say("period", first=period.first_year, last=period.last_year),
        "version": reading.say("version", hash=hash_[:12]),
        "date": _date(reading, made_on),
        "document_title": cut(title, TITLE_LENGTH),
        "author": cut(plan.region.name, TITLE_LENGTH),
        "header": cut(plan.title, HEADER_LENGTH),
    }


def _long(plan: Plan, reading: Reading) -> dict[str, bool]:
    """Which chapters are long enough to start a page of their own; a sparse plan should not be a book of
    blanks.
    """
    quick_wins = sum(bool(one.quick_win) for one in reading.innovations)
    return {
        "vision": bool(plan.vision or plan.missions),
        "quick_wins": quick_wins > SHORT,
        "governance": len(plan.governance or []) + len(plan.agencies or []) > SHORT,
        "rules": False,
        "sources": len(plan.sources or []) > SHORT,
        "risks": len(closing.risks(reading)) > SHORT,
    }


def _money(reading: Reading) -> str:
    settings = reading.plan.settings
    if settings is None or settings.price_year is None:
        return reading.say("how-money-unknown")
    return reading.say("how-money", year=settings.price_year)


def _date(reading: Reading, made_on: date | None) -> str | None:
    if made_on is None:
        return None
    return reading.say("colophon-date", date=words.day(made_on, reading.lang))
