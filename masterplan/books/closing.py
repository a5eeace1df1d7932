"""What holds the plan: governance, legal basis and rules, risks, accepted findings; the sources; about the
book.
"""

from __future__ import annotations

from datetime import date

from masterplan.books import words
from masterplan.books.blocks import (
    Block,
    Cell,
    Column,
    Facts,
    Heading,
    Line,
    Paragraph,
    Row,
    Table,
    Text,
    cell,
    items,
    join,
    line,
    paragraph,
    paragraphs,
    tidy,
)
from masterplan.books.impact import Impact
from masterplan.books.reading import Reading
from masterplan.document.types import Agency, Enabler, Issue, Risk, Seat

BODIES = ("council", "executive_team")
SHORT = 8  # rows of a chapter that may follow another on the same page
LEVELS = range(1, 6)


def governance(reading: Reading) -> list[Block]:
    """The council and the executive team seat by seat, empty seats said, and the agencies with what they
    lead.
    """
    agencies, say = reading.plan.agencies or [], reading.say
    opens_page = len(reading.plan.governance or []) + len(agencies) > SHORT
    blocks: list[Block] = [reading.chapter("governance-title", opens_page=opens_page), *bodies(reading)]
    blocks.append(Heading(2, line(say("agencies"))))
    if not agencies:
        return [*blocks, paragraph(say("agencies-none"))]
    columns = (
        Column(say("code")),
        Column(say("agency"), 1.4),
        Column(say("leads"), 1),
        Column(say("parallel"), align="right"),
    )
    rows = tuple(_agency(reading, one) for one in agencies)
    return [*blocks, Table(columns, rows, say("agencies-caption")), paragraph(say("agencies-note"), "note")]


def bodies(reading: Reading) -> list[Block]:
    """A table for each body; a body nobody has written down is said."""
    seats = reading.plan.governance or []
    if not seats:
        return [paragraph(reading.say("governance-none"))]
    extra = [None] if any(seat.body is None for seat in seats) else []
    blocks: list[Block] = []
    for body in [*BODIES, *extra]:
        held = [seat for seat in seats if seat.body == body]
        name = reading.say(f"body-{body}")
        blocks.append(
            _seats(reading, held, name) if held else paragraph(reading.say("body-missing", body=name))
        )
    return blocks


def _seats(reading: Reading, seats: list[Seat], body: str) -> Table:
    filled = sum(bool(seat.name) for seat in seats)
    empty = line(reading.say("empty-seat"), "warm")
    rows = tuple((cell(seat.role), cell(seat.name or empty)) for seat in seats)
    columns = (Column(reading.say("role"), 1), Column(reading.say("holder"), 1))
    return Table(columns, rows, reading.say("seats-caption", body=body, filled=filled, seats=len(seats)))


def _agency(reading: Reading, agency: Agency) -> Row:
    leads = [reading.element(one.id, title=False) for one in reading.chosen if one.lead_agency == agency.code]
    return (
        cell((Text(agency.code, code=True, tone="muted"),)),
        cell(agency.name),
        cell(join(leads, ", ") or line(reading.say("none"), "muted")),
        cell(reading.or_unknown(reading.number(agency.parallel_projects))),
    )


def rules(reading: Reading, impact: Impact | str) -> list[Block]:
    """Legal basis, regulations among the enablers, the rules of the portfolio and which are broken."""
    say, legal = reading.say, reading.plan.legal_basis
    regulations = [one for one in reading.plan.enablers or [] if one.kind == "regulation"]
    settings = portfolio_rules(reading)
    broken = [] if isinstance(impact, str) else [text for _, text in impact.broken]
    return [
        reading.chapter("rules-title", opens_page=False),
        Heading(2, line(say("legal"))),
        *(paragraphs(legal) if legal else [Paragraph(reading.unknown)]),
        Heading(2, line(say("regulations"))),
        items([_regulation(reading, one) for one in regulations])
        if regulations
        else paragraph(say("regulations-none")),
        Heading(2, line(say("rules"))),
        items(settings) if settings else paragraph(say("rules-none")),
        *([Heading(2, line(say("broken"))), items(broken)] if broken else []),
    ]


def _regulation(reading: Reading, enabler: Enabler) -> Line:
    described = f". {tidy(enabler.description)}" if enabler.description else ""
    exists = line(f" ({reading.say('exists')})", "muted") if enabler.exists else ()
    code = Text(enabler.id, code=True, tone="muted")
    return (code, Text(f" {tidy(enabler.title)}{described}"), *exists, *reading.refs(enabler.sources))


def portfolio_rules(reading: Reading) -> list[str]:
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


def risks(reading: Reading) -> list[Block]:
    """The plan's risks in their matrix and one by one; then threats and weaknesses of the SWOT and what
    answers them.
    """
    risks, issues = reading.plan.risks or [], _pressing(reading)
    opens_page = bool(risks) or len(issues) > SHORT
    blocks: list[Block] = [reading.chapter("risks-title", opens_page=opens_page)]
    if risks:
        blocks += [paragraph(reading.say("risks-said")), _matrix(reading, risks), _risk_table(reading, risks)]
    if issues:
        blocks += [paragraph(reading.say("risks-lead")), _issue_table(reading, issues)]
    if not risks and not issues:
        blocks.append(paragraph(reading.say("risks-none")))
    return blocks


def _pressing(reading: Reading) -> list[Issue]:
    issues = reading.plan.issues or []
    return [one for kind in ("threat", "weakness") for one in issues if one.kind == kind]


def _matrix(reading: Reading, risks: list[Risk]) -> Table:
    """Likelihood upwards, impact to the right; the shade is their product."""
    say = reading.say
    head = Column(say("matrix-corner"), 1.3)
    columns = (head, *(Column(f"{say('impact')} {level}", 1) for level in LEVELS))
    rows = []
    for likelihood in reversed(LEVELS):
        cells = [cell(f"{say('likelihood')} {likelihood}")]
        for impact in LEVELS:
            here = [one.id for one in risks if (one.likelihood, one.impact) == (likelihood, impact)]
            codes = join([(Text(one, code=True),) for one in here], " ")
            cells.append(cell(codes or "", tint=_tint(likelihood * impact)))
        rows.append(tuple(cells))
    return Table(columns, tuple(rows), say("matrix-caption"))


def _tint(product: int) -> int:
    return 1 + (product > 4) + (product > 9)


def _risk_table(reading: Reading, risks: list[Risk]) -> Table:
    say = reading.say
    titles = ("code", "risk", "likelihood", "impact", "response", "owner")
    widths = (0, 1.6, 0, 0, 2, 1.1)
    columns = tuple(Column(say(title), width) for title, width in zip(titles, widths, strict=True))
    ordered = sorted(risks, key=lambda one: -(one.likelihood or 0) * (one.impact or 0))
    return Table(columns, tuple(_risk(reading, one) for one in ordered), say("risk-caption"))


def _risk(reading: Reading, risk: Risk) -> Row:
    threatened = join([reading.element(one, title=False) for one in risk.innovations or []], ", ")
    named: list[Line] = [(Text(tidy(risk.title), strong=True), *reading.refs(risk.sources))]
    if threatened:
        named.append((Text(f"{reading.say('threatens')} ", tone="muted"), *threatened))
    return (
        cell((Text(risk.id, code=True, tone="muted"),)),
        cell(*named),
        cell(reading.or_unknown(reading.number(risk.likelihood))),
        cell(reading.or_unknown(reading.number(risk.impact))),
        cell(reading.or_unknown(risk.response)),
        cell(reading.or_unknown(reading.agency(risk.owner))),
    )


def _issue_table(reading: Reading, issues: list[Issue]) -> Table:
    say = reading.say
    columns = (Column(say("code")), Column(say("kind")), Column(say("risk"), 2), Column(say("answer"), 1))
    rows = tuple(
        (
            cell((Text(one.id, code=True, tone="muted"),)),
            cell(say(f"issue-{one.kind}")),
            cell((Text(tidy(one.text)), *reading.refs(one.sources))),
            answers(reading, one),
        )
        for one in issues
    )
    return Table(columns, rows, say("risks-caption"))


def answers(reading: Reading, issue: Issue) -> Cell:
    """The innovations that answer an issue."""
    found = [reading.element(one.id) for one in reading.innovations if issue.id in (one.issues or [])]
    return cell(*found) if found else cell(reading.unknown)


def acceptances(reading: Reading) -> list[Block]:
    """Findings of the linter the region accepts, each with its reason; nothing where there is none."""
    accepted, say = reading.plan.acceptances or [], reading.say
    if not accepted:
        return []
    titles, widths = ("code", "where", "reason", "accepted-by"), (0, 0, 2, 1)
    columns = tuple(Column(say(title), width) for title, width in zip(titles, widths, strict=True))
    rows = tuple(
        (
            cell((Text(one.code, code=True, tone="muted"),)),
            cell(one.element or say("part-plan")),
            cell(one.reason),
            cell(reading.or_unknown(", ".join(part for part in (one.by, one.date) if part))),
        )
        for one in accepted
    )
    return [
        reading.chapter("accepted-title", opens_page=False, numbered=False),
        paragraph(say("accepted-lead")),
        Table(columns, rows, say("accepted-caption")),
    ]


def sources(reading: Reading, *, only_cited: bool = False) -> list[Block]:
    """The list of sources, each where references to it lead."""
    found = [one for one in reading.plan.sources or [] if not only_cited or one.id in reading.cited]
    blocks: list[Block] = [reading.chapter("sources-title", opens_page=len(found) > SHORT, numbered=False)]
    if not found:
        return [*blocks, paragraph(reading.say("sources-none"))]
    for one in found:
        rest = ", ".join(part for part in (one.publisher, one.date, one.page) if part)
        after = (Text(f". {tidy(rest)}", tone="muted"),) if rest else ()
        text: Line = (Text(f"[{one.id}]", tone="sea"), Text(f" {tidy(one.title)}"), *after)
        blocks.append(Paragraph(text, "entry", reading.source_label(one.id)))
    return blocks


def colophon(reading: Reading, hash_: str, made_on: date | None) -> list[Block]:
    """How the book was made, and from what."""
    say = reading.say
    facts: list[tuple[str, tuple[Line, ...]]] = [
        (say("colophon-hash"), ((Text(hash_, code=True),), line(say("colophon-hash-text"), "muted"))),
        (say("colophon-formula"), (line(say("colophon-formula-text")),)),
    ]
    made = [paragraph(say("colophon-date", date=words.day(made_on, reading.lang)))] if made_on else []
    title = reading.chapter("colophon-title", opens_page=False, numbered=False)
    return [title, paragraph(say("colophon-made")), *made, Facts(tuple(facts))]
