"""One chosen innovation as a section of the book, and the compact row of one that is not chosen."""

from __future__ import annotations

from masterplan.books.impact import Impact
from masterplan.books.reading import Data, Reading, cut
from masterplan.document.service import split
from masterplan.document.types import Enabler, Innovation, Relief

HEADING_LENGTH = 200  # characters; a longer title stands whole under its heading


def section(reading: Reading, innovation: Innovation, impact: Impact | None) -> Data:
    """Everything the document says of one innovation, in the order of the chain: service first, technology
    last.
    """
    facts = [
        _fact(reading, "beneficiaries", innovation.beneficiaries),
        _fact(reading, "lead", _lead(reading, innovation)),
        _fact(reading, "relieves", *[_relief(reading, one) for one in innovation.addresses or []]),
        _fact(reading, "worth", _worth(reading, innovation, impact), needed=False),
        _fact(reading, "cost", *_costs(reading, innovation)),
        _fact(reading, "funding", _funding(reading, innovation)),
        _fact(reading, "schedule-label", _schedule(reading, innovation)),
        _fact(reading, "requires", *_requires(reading, innovation), needed=False),
        _fact(reading, "alternative", _alternative(reading, innovation), needed=False),
        _fact(reading, "outcome", *[outcome_text(reading, one) for one in _outcomes(reading, innovation)]),
        _fact(reading, "alignment", *_alignment(reading, innovation)),
        _fact(reading, "adopted", _adopted(innovation), needed=False),
        _fact(reading, "needs", *[enabler_text(reading, one) for one in enablers(reading, innovation)]),
    ]
    return {
        "id": innovation.id,
        "title": cut(innovation.title, HEADING_LENGTH),
        "whole_title": innovation.title if len(innovation.title) > HEADING_LENGTH else None,
        "label": reading.label(innovation.id),
        "quick_win": bool(innovation.quick_win),
        "sub_dimension": reading.sub_dimension(innovation.sub_dimension),
        "change": service_change(innovation.service_change),
        "facts": [fact for fact in facts if fact],
        "sources": reading.sources(innovation.sources),
    }


def compact(reading: Reading, innovation: Innovation) -> Data:
    """The row of an innovation that is proposed, undecided or not chosen."""
    return {
        "id": innovation.id,
        "title": innovation.title,
        "change": innovation.service_change,
        "standing": reading.standing(innovation),
        "lead": reading.agency(innovation.lead_agency),
        "quick_win": bool(innovation.quick_win),
        "sources": reading.sources(innovation.sources),
    }


def service_change(text: str | None) -> Data:
    """The text split into before and after where its author wrote it so, else whole; empty when not known."""
    if not text:
        return {}
    halves = split(text).halves
    return {"before": halves[0], "after": halves[1]} if halves else {"whole": text}


def enablers(reading: Reading, innovation: Innovation) -> list[Enabler]:
    """The enablers it names, in the order of the plan's chain: technology and data last."""
    needed = set(innovation.enablers or [])
    found = [one for one in reading.plan.enablers or [] if one.id in needed]
    return sorted(found, key=lambda one: (one.kind == "technology", one.kind == "data"))


def enabler_text(reading: Reading, enabler: Enabler) -> str:
    """ "Aturan: Perda penyelenggaraan perhubungan (EN-06, sudah ada)"."""
    state = f", {reading.say('exists')}" if enabler.exists else ""
    return f"{reading.say(f'kind-{enabler.kind}')}: {enabler.title} ({enabler.id}{state})"


def outcome_text(reading: Reading, outcome: Data) -> str:
    """ "Waktu tunggu (menit): 90 (2024) → 2026: 45 · 2028: 20"."""
    start = outcome["baseline"] or reading.say("unknown")
    aims = " · ".join(f"{year}:\u00a0{value}" for year, value in outcome["targets"])
    aims = aims or f"{reading.say('targets').lower()} {reading.say('unknown')}"
    better = f", {outcome['better']}" if outcome["better"] else ""
    standard = f" [{outcome['standard']}]" if outcome["standard"] else ""
    return f"{outcome['name']} ({outcome['unit']}{better}): {start} → {aims}{standard}"


def _outcomes(reading: Reading, innovation: Innovation) -> list[Data]:
    return [
        {
            **reading.indicator(one.indicator),
            "targets": [(year, reading.number(value)) for year, value in sorted((one.targets or {}).items())],
        }
        for one in innovation.outcomes or []
    ]


def _fact(reading: Reading, label: str, *lines: str | None, needed: bool = True) -> Data | None:
    known = [line for line in lines if line]
    if not known and not needed:
        return None
    return {"label": reading.say(label), "lines": known}


def _lead(reading: Reading, innovation: Innovation) -> str | None:
    lead = reading.agency(innovation.lead_agency)
    names = ", ".join(reading.agency(code) or code for code in innovation.partner_agencies or [])
    partners = reading.say("partners", names=names) if names else None
    if lead is None and partners:
        lead = reading.say("unknown")
    return "; ".join(part for part in (lead, partners) if part) or None


def _relief(reading: Reading, relief: Relief) -> str:
    link = reading.link(relief.problem)
    share = reading.triangle(relief.share)
    parts = [reading.say("share", share=share) if share else reading.say("share-unknown")]
    if relief.lag_years:
        parts.append(reading.say("lag", years=relief.lag_years))
    if relief.evidence:
        parts.append(reading.say("evidence", grade=relief.evidence))
    note = f". {relief.note}" if relief.note else ""
    title = f" {link['title']}" if link["title"] else ""
    return f"{relief.problem}{title}: {', '.join(parts)}{note}"


def _worth(reading: Reading, innovation: Innovation, impact: Impact | None) -> str | None:
    value = impact.per_innovation.get(innovation.id) if impact else None
    return reading.say("worth-text", value=reading.rounded(value)) if value else None


def _costs(reading: Reading, innovation: Innovation) -> list[str]:
    lines = []
    for cost in sorted(innovation.costs or [], key=lambda one: one.offset):
        capital, operating = reading.rupiah(cost.capital), reading.rupiah(cost.operating)
        parts = [
            reading.say("cost-capital", amount=capital) if capital else None,
            reading.say("cost-operating", amount=operating) if operating else None,
        ]
        start = innovation.scheduled_start
        when = str(start + cost.offset) if start else reading.say("cost-year", number=cost.offset + 1)
        lines.append(f"{when}: {', '.join(part for part in parts if part) or reading.say('unknown')}")
    running = reading.rupiah(innovation.operating_per_year)
    return [*lines, *([reading.say("cost-running", amount=running)] if running else [])]


def _funding(reading: Reading, innovation: Innovation) -> str | None:
    parts = [
        f"{source_name(reading, one.source)} {reading.percent(one.share)}" for one in innovation.funding or []
    ]
    return ", ".join(parts) or None


def source_name(reading: Reading, source: str) -> str:
    """A source of money as it is read: the acronym, or a word for the three that are ours."""
    return reading.say(f"source-{source}") if source in ("lainnya", "unfunded", "enablers") else source


def _schedule(reading: Reading, innovation: Innovation) -> str:
    parts = [reading.schedule(innovation) or reading.say("not-scheduled")]
    if innovation.scheduled_start and not innovation.duration_years:
        parts.append(reading.say("duration-assumed"))
    window = innovation.start
    if window:
        parts.append(reading.say("window", first=window.earliest, last=window.latest))
    return "; ".join(parts)


def _requires(reading: Reading, innovation: Innovation) -> list[str]:
    links = map(reading.link, innovation.requires or [])
    return [f"{one['text']} {one['title'] or ''}".strip() for one in links]


def _alternative(reading: Reading, innovation: Innovation) -> str | None:
    group = innovation.alternative_group
    return reading.say("alternative-text", group=group) if group else None


def _alignment(reading: Reading, innovation: Innovation) -> list[str]:
    return [
        f"{source_name(reading, one.document)}{f': {one.reference}' if one.reference else ''}"
        for one in innovation.alignment or []
    ]


def _adopted(innovation: Innovation) -> str | None:
    origin = innovation.adopted_from
    if origin is None:
        return None
    return f"{origin.region}: {origin.title}" if origin.title else origin.region
