"""What holds the plan: governance, legal basis and rules, risks; and the list of sources."""

from __future__ import annotations

from masterplan.books.impact import Impact
from masterplan.books.reading import Data, Reading

BODIES = ("council", "executive_team")


def governance(reading: Reading) -> Data:
    """The council and the executive team seat by seat, empty seats said, and the agencies with what they
    lead.
    """
    seats = reading.plan.governance or []
    extra = [None] if any(seat.body is None for seat in seats) else []
    bodies = []
    for body in [*BODIES, *extra]:
        held = [seat for seat in seats if seat.body == body]
        name = reading.say(f"body-{body}")
        filled = sum(bool(seat.name) for seat in held)
        bodies.append(
            {
                "seats": [{"role": seat.role, "name": seat.name} for seat in held],
                "missing": reading.say("body-missing", body=name),
                "caption": reading.say("seats-caption", body=name, filled=filled, seats=len(held)),
            }
        )
    return {"known": bool(seats), "bodies": bodies, "agencies": _agencies(reading)}


def _agencies(reading: Reading) -> list[Data]:
    return [
        {
            "code": agency.code,
            "name": agency.name,
            "leads": [reading.link(one.id) for one in reading.chosen if one.lead_agency == agency.code],
            "parallel": reading.number(agency.parallel_projects),
        }
        for agency in reading.plan.agencies or []
    ]


def rules(reading: Reading, impact: Impact | str) -> Data:
    """Legal basis, regulations among the enablers, the rules of the portfolio and which are broken."""
    regulations = [one for one in reading.plan.enablers or [] if one.kind == "regulation"]
    return {
        "legal": reading.plan.legal_basis,
        "regulations": [
            {
                "id": one.id,
                "title": one.title,
                "description": one.description,
                "exists": bool(one.exists),
                "sources": reading.sources(one.sources),
            }
            for one in regulations
        ],
        "rules": _portfolio_rules(reading),
        "broken": [] if isinstance(impact, str) else [text for _, text in impact.broken],
    }


def _portfolio_rules(reading: Reading) -> list[str]:
    settings = reading.plan.settings
    if settings is None:
        return []
    lines = []
    if settings.minimum_per_dimension:
        lines.append(reading.say("rule-minimum", value=reading.number(settings.minimum_per_dimension)))
    if settings.minimum_quick_wins:
        lines.append(reading.say("rule-quick", value=reading.number(settings.minimum_quick_wins)))
    if settings.carry_over is not None:
        lines.append(reading.say("rule-carry" if settings.carry_over else "rule-no-carry"))
    if settings.discount_rate is not None:
        lines.append(reading.say("rule-discount", value=reading.percent(settings.discount_rate)))
    if settings.cost_error is not None:
        lines.append(reading.say("rule-error", value=reading.percent(settings.cost_error)))
    return lines


def risks(reading: Reading) -> list[Data]:
    """Threats, then weaknesses, of the SWOT. The document has no answers to them yet."""
    issues = reading.plan.issues or []
    return [
        {
            "id": issue.id,
            "kind": reading.say(f"issue-{kind}"),
            "text": issue.text,
            "sources": reading.sources(issue.sources),
        }
        for kind in ("threat", "weakness")
        for issue in issues
        if issue.kind == kind
    ]


def sources(reading: Reading) -> list[Data]:
    """The list of sources, each with the label that references point to."""
    return [
        {
            "id": one.id,
            "label": reading.source_label(one.id),
            "title": one.title,
            "rest": ", ".join(part for part in (one.publisher, one.date, one.page) if part),
        }
        for one in reading.plan.sources or []
    ]
