"""One chosen innovation as a section of Buku II, and the compact row of one that is not chosen."""

from __future__ import annotations

from masterplan.books.blocks import (
    Block,
    Change,
    Column,
    Facts,
    Heading,
    Line,
    Paragraph,
    Row,
    Table,
    Text,
    cell,
    join,
    line,
    paragraphs,
    tidy,
)
from masterplan.books.impact import Impact
from masterplan.books.reading import DIAMOND, Reading, cut
from masterplan.document.service import split
from masterplan.document.types import Enabler, Innovation, Outcome, Relief

HEADING_LENGTH = 200  # characters; a longer title stands whole under its heading


def section(reading: Reading, innovation: Innovation, impact: Impact | None) -> list[Block]:
    """Everything the document says of one innovation, in the order of the chain: service first, technology
    last.
    """
    title = cut(innovation.title, HEADING_LENGTH)
    label = reading.label(innovation.id)
    blocks: list[Block] = [Heading(3, (Text(f"{innovation.id}  {title}"),), label=label)]
    kind = _kind(reading, innovation)
    if kind:
        blocks.append(Paragraph(kind, "note", keep=True))
    if len(innovation.title) > HEADING_LENGTH:
        blocks += paragraphs(innovation.title)
    blocks += change(reading, innovation)
    blocks.append(_facts(reading, innovation, impact))
    return blocks


def change(reading: Reading, innovation: Innovation) -> list[Block]:
    """Before and after where the author wrote it so, else the text; never left out silently."""
    text = innovation.service_change
    if not text:
        return [Paragraph(_change_unknown(reading))]
    halves = split(text).halves
    if halves is None:
        return paragraphs(text)
    before, after = halves
    return [Change(reading.or_unknown(before), reading.or_unknown(after))]


def felt(reading: Reading, innovation: Innovation) -> Line:
    """What residents will live through, in the fewest words the plan has for it."""
    text = innovation.service_change
    if not text:
        return _change_unknown(reading)
    halves = split(text).halves
    return line(text) if halves is None else reading.or_unknown(halves[1])


def _change_unknown(reading: Reading) -> Line:
    return (Text(f"{reading.say('service-change')}: ", tone="muted"), *reading.unknown)


def others(reading: Reading, innovations: list[Innovation], caption: str) -> Table:
    """Innovations that are proposed, undecided or not chosen, a row each."""
    titles = ("code", "innovation", "standing", "lead", "sources")
    columns = [
        Column(reading.say(title), width) for title, width in zip(titles, (0, 2.4, 0, 1.2, 0), strict=True)
    ]
    return Table(tuple(columns), tuple(_other(reading, one) for one in innovations), caption)


def _other(reading: Reading, innovation: Innovation) -> Row:
    title: Line = (Text(tidy(innovation.title), strong=True), *quick(innovation))
    text = innovation.service_change
    told = line(text) if text else felt(reading, innovation)
    return (
        cell((Text(innovation.id, code=True, tone="muted"),)),
        cell(title, told),
        cell(reading.standing(innovation)),
        cell(reading.or_unknown(reading.agency(innovation.lead_agency))),
        cell(reading.refs_or_unknown(innovation.sources)),
    )


def quick(innovation: Innovation) -> Line:
    """The diamond of a quick win, after its title."""
    return (Text("\u00a0"), DIAMOND) if innovation.quick_win else ()


def _kind(reading: Reading, innovation: Innovation) -> Line:
    parts: list[Line] = []
    if innovation.quick_win:
        parts.append((DIAMOND, Text(f" {reading.say('quick-win')}", tone="warm")))
    if innovation.sub_dimension:
        parts.append(line(reading.sub_dimension(innovation.sub_dimension) or "", "muted"))
    return join(parts, " · ")


def _facts(reading: Reading, innovation: Innovation, impact: Impact | None) -> Facts:
    facts = [
        _fact(reading, "beneficiaries", innovation.beneficiaries),
        _fact(reading, "lead", _lead(reading, innovation)),
        _fact(reading, "relieves", *[_relief(reading, one) for one in innovation.addresses or []]),
        _fact(reading, "answers", *_answers(reading, innovation), needed=False),
        _fact(reading, "worth", _worth(reading, innovation, impact), needed=False),
        _fact(reading, "cost", *_costs(reading, innovation)),
        _fact(reading, "funding", _funding(reading, innovation)),
        _fact(reading, "schedule-label", _schedule(reading, innovation)),
        _fact(reading, "requires", *_requires(reading, innovation), needed=False),
        _fact(reading, "alternative", _alternative(reading, innovation), needed=False),
        _fact(reading, "outcome", *[outcome_text(reading, one) for one in innovation.outcomes or []]),
        _fact(reading, "alignment", *_alignment(reading, innovation)),
        _fact(reading, "sub-activities", *_sub_activities(reading, innovation), needed=False),
        _fact(reading, "adopted", _adopted(innovation), needed=False),
        _fact(reading, "needs", *[enabler_text(reading, one) for one in enablers(reading, innovation)]),
    ]
    sources = (reading.say("sources"), (reading.refs_or_unknown(innovation.sources),))
    return Facts((*[fact for fact in facts if fact], sources))


def enablers(reading: Reading, innovation: Innovation) -> list[Enabler]:
    """The enablers it names, in the order of the plan's chain: technology and data last."""
    needed = set(innovation.enablers or [])
    found = [one for one in reading.plan.enablers or [] if one.id in needed]
    return sorted(found, key=lambda one: (one.kind == "technology", one.kind == "data"))


def enabler_text(reading: Reading, enabler: Enabler) -> str:
    """ "Aturan: Perda penyelenggaraan perhubungan (EN-06, sudah ada)"."""
    state = f", {reading.say('exists')}" if enabler.exists else ""
    return f"{reading.say(f'kind-{enabler.kind}')}: {enabler.title} ({enabler.id}{state})"


def outcome_text(reading: Reading, outcome: Outcome) -> str:
    """ "Waktu tunggu (menit): 90 (2024) → 2026: 45 · 2028: 20"."""
    it = reading.measure(outcome.indicator)
    targets = sorted((outcome.targets or {}).items())
    aims = " · ".join(f"{year}:\u00a0{reading.number(value)}" for year, value in targets)
    aims = aims or f"{reading.say('targets').lower()} {reading.say('unknown')}"
    better = f", {it.better}" if it.better else ""
    standard = f" [{it.standard}]" if it.standard else ""
    return f"{it.name} ({it.unit}{better}): {it.baseline or reading.say('unknown')} → {aims}{standard}"


def _fact(
    reading: Reading, label: str, *lines: str | None, needed: bool = True
) -> tuple[str, tuple[Line, ...]] | None:
    known = tuple(line(one) for one in lines if one)
    if not known and not needed:
        return None
    return reading.say(label), known or (reading.unknown,)


def _lead(reading: Reading, innovation: Innovation) -> str | None:
    lead = reading.agency(innovation.lead_agency)
    names = ", ".join(reading.agency(code) or code for code in innovation.partner_agencies or [])
    partners = reading.say("partners", names=names) if names else None
    if lead is None and partners:
        lead = reading.say("unknown")
    return "; ".join(part for part in (lead, partners) if part) or None


def _relief(reading: Reading, relief: Relief) -> str:
    share = reading.triangle(relief.share)
    parts = [reading.say("share", share=share) if share else reading.say("share-unknown")]
    if relief.lag_years:
        parts.append(reading.say("lag", years=relief.lag_years))
    if relief.evidence:
        parts.append(reading.say("evidence", grade=relief.evidence))
    note = f". {relief.note}" if relief.note else ""
    name = reading.title(relief.problem)
    title = f" {name}" if name else ""
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
    return [f"{one} {reading.title(one) or ''}".strip() for one in innovation.requires or []]


def _answers(reading: Reading, innovation: Innovation) -> list[str]:
    """Strategic issues it answers and readiness findings whose gap it closes (both told in Buku I)."""
    issues = {one.id: one.text for one in reading.plan.issues or []}
    aspects = {one.id: one.aspect for one in reading.plan.readiness or []}
    named = [(one, issues.get(one, "")) for one in innovation.issues or []]
    named += [(one, aspects.get(one, "")) for one in innovation.readiness or []]
    return [f"{code} {text}".strip() for code, text in named]


def _sub_activities(reading: Reading, innovation: Innovation) -> list[str]:
    return [
        f"{one.code} {one.name or ''}".strip()
        + (f" ({reading.percent(one.share)})" if one.share is not None else "")
        for one in innovation.sub_activities or []
    ]


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
