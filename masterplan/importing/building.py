"""What was understood meets the plan: known innovations are updated, new ones added, likeness is reported."""

from __future__ import annotations

import copy
import re
from dataclasses import dataclass, field, replace
from typing import Any

from rapidfuzz import fuzz, process

from masterplan.document import ChangeSet, Data, diff
from masterplan.document.shape import COLLECTIONS
from masterplan.importing.agencies import Agencies, Named
from masterplan.importing.findings import Findings, Found, Measure, Money, Proposal, quote
from masterplan.importing.names import plain
from masterplan.importing.years import Span
from masterplan.language import Words, rupiah

SIMILAR = 82
MAX_DURATION = 20
ORIGIN = "import"
_SAME = {
    "problems": ("title",),
    "issues": ("kind", "text"),
    "readiness": ("element", "aspect"),
    "innovations": ("title",),
    "agencies": ("name",),
}


@dataclass
class Build:
    """The plan as it becomes, and where each new piece of it comes from."""

    document: Data
    agencies: Agencies
    findings: Findings
    seen: list[Data] = field(default_factory=list)
    numbers: dict[str, tuple[int, int]] = field(default_factory=dict)
    """Collection → the largest number of its ids, and how wide they are written."""
    indexes: dict[str, dict[tuple[str, ...], Data]] = field(default_factory=dict)
    """Collection → elements by what tells them apart for people."""

    def __post_init__(self) -> None:
        self.titles_before = {
            str(item["id"]): plain(item["title"]) for item in self.document.get("innovations", [])
        }

    def elements(self, collection: str) -> list[Data]:
        elements: list[Data] = self.document.setdefault(collection, [])
        return elements

    def known(self, collection: str, *words: str) -> Data | None:
        """The element that people would call the same: by title, by text, by name."""
        if collection not in self.indexes:
            found: dict[tuple[str, ...], Data] = {}
            for item in self.elements(collection):
                found.setdefault(tuple(plain(item[name]) for name in _SAME[collection]), item)
            self.indexes[collection] = found
        return self.indexes[collection].get(tuple(plain(word) for word in words))

    def add(self, collection: str, value: Data) -> None:
        self.known(collection, "")  # so that the index is there
        self.elements(collection).append(value)
        self.indexes[collection].setdefault(tuple(plain(value[name]) for name in _SAME[collection]), value)

    def new_id(self, collection: str) -> str:
        """The next number after the largest of this prefix, as wide as the others are."""
        prefix = COLLECTIONS[collection].prefix or "X"
        if collection not in self.numbers:
            matches = [
                re.fullmatch(rf"{prefix}-(\d{{1,9}})", str(item["id"])) for item in self.elements(collection)
            ]
            digits = [match[1] for match in matches if match]
            self.numbers[collection] = max(map(int, digits), default=0), max(map(len, digits), default=2)
        number, width = self.numbers[collection]
        self.numbers[collection] = number + 1, width
        return f"{prefix}-{number + 1:0{width}d}"

    def see(self, element: str | None, name: str, found: Found, lang: str) -> None:
        entry: Data = {"element": element, "field": name, "where": found.where}
        if found.text:
            entry["text"] = quote(found.text, 400)
        if found.note:
            entry["note"] = found.note.say(lang)
        self.seen.append(entry)


def build(document: Data, findings: Findings, agencies: Agencies, lang: str) -> tuple[Data, list[Data]]:
    """The new document, and `seen`: element, field, where, the words there, what was done to them."""
    work = Build(copy.deepcopy(document), agencies, findings)
    _vision(work, lang)
    for problem in findings.problems:
        _problem(work, problem, None, lang)
    for kind, issue in findings.issues:
        _issue(work, kind, issue, lang)
    for finding in findings.readiness:
        _readiness(work, finding, lang)
    for proposal in _merged(work, findings.innovations):
        _innovation(work, proposal, lang)
    return work.document, work.seen


def _vision(work: Build, lang: str) -> None:
    distinct = {plain(vision.value) for vision in work.findings.visions}
    if len(distinct) == 1:
        vision = work.findings.visions[0]
        if work.document.get("vision") != vision.value:
            work.document["vision"] = vision.value
            work.see(None, "vision", vision, lang)
    elif distinct:
        for vision in work.findings.visions:
            work.findings.leave(vision.where, _VISIONS, text=quote(vision.value))
    missions = work.findings.missions
    if missions and work.document.get("missions") != [mission.value for mission in missions]:
        work.document["missions"] = [mission.value for mission in missions]
        for mission in missions:
            work.see(None, "missions", mission, lang)


def _problem(work: Build, found: Found, dimension: str | None, lang: str) -> str:
    """The id of the problem with this title, added where it is new."""
    if known := work.known("problems", found.value):
        return str(known["id"])
    identity = work.new_id("problems")
    work.add(
        "problems", {"id": identity, "title": found.value} | ({"dimension": dimension} if dimension else {})
    )
    work.see(identity, "title", found, lang)
    return identity


def _issue(work: Build, kind: str, found: Found, lang: str) -> None:
    if work.known("issues", kind, found.value) is None:
        identity = work.new_id("issues")
        work.add("issues", {"id": identity, "kind": kind, "text": found.value})
        work.see(identity, "text", found, lang)


def _readiness(work: Build, finding: dict[str, Found], lang: str) -> None:
    element, aspect = finding["element"].value, finding["aspect"].value
    known = work.known("readiness", element, aspect)
    if known is None:
        known = {"id": work.new_id("readiness"), "element": element, "aspect": aspect}
        work.add("readiness", known)
        work.see(known["id"], "aspect", finding["aspect"], lang)
    for name in ("level", "note"):
        if name in finding and known.get(name) != finding[name].value:
            known[name] = finding[name].value
            work.see(known["id"], name, finding[name], lang)


def _merged(work: Build, proposals: list[Proposal]) -> list[Proposal]:
    """One proposal a title: told twice alike or completed it is one; told differently the first stands."""
    by_title: dict[str, Proposal] = {}
    for proposal in proposals:
        key = plain(proposal.title.value)
        first = by_title.setdefault(key, proposal)
        if first is not proposal:
            _complete(work, first, proposal)
    return list(by_title.values())


def _complete(work: Build, first: Proposal, again: Proposal) -> None:
    where = again.title.where
    ours, theirs = first.texts.get("dimension"), again.texts.get("dimension")
    differ = bool(ours and theirs and ours.value != theirs.value)
    same_span = not (first.span and again.span) or first.span_value() == again.span_value()
    disjoint = not {item.year for item in first.money} & {item.year for item in again.money}
    money = sorted((item.year or 0, item.amount) for item in first.money)
    same_money = not (first.money and again.money) or money == sorted(
        (m.year or 0, m.amount) for m in again.money
    )
    if differ or not same_span or not (same_money or disjoint):
        work.findings.leave(where, _TWICE, text=quote(first.title.value), first=first.title.where)
        return
    first.texts = {**again.texts, **first.texts}
    first.agencies = first.agencies or again.agencies
    first.partners = first.partners or again.partners
    first.span = first.span or again.span
    first.money = [*first.money, *again.money] if disjoint else first.money
    first.total = first.total or again.total
    first.problems = first.problems or again.problems


def _innovation(work: Build, proposal: Proposal, lang: str) -> None:
    target = work.known("innovations", proposal.title.value)
    if target is None:
        _report_similar(work, proposal)
        target = {"id": work.new_id("innovations"), "title": proposal.title.value}
        work.add("innovations", target)
        work.see(target["id"], "title", proposal.title, lang)
    identity = str(target["id"])
    for name in ("dimension", "sub_dimension", "service_change", "beneficiaries", "quick_win", "funding"):
        if name in proposal.texts:
            _set(work, target, name, proposal.texts[name].value, proposal.texts[name], lang)
    _relieves(work, target, proposal, lang)
    _agencies(work, target, proposal, lang)
    _spread(work, proposal)
    _schedule(work, target, proposal, lang)
    if proposal.operating_per_year:
        found = proposal.operating_per_year
        _set(work, target, "operating_per_year", found.value, found, lang)
    _outcomes(work, target, proposal.measures, lang)
    known = {entry["code"] for entry in target.get("sub_activities", [])}
    for found in proposal.sub_activities:
        if found.value["code"] not in known:
            known.add(found.value["code"])
            target.setdefault("sub_activities", []).append(found.value)
            work.see(identity, f"sub_activities[{found.value['code']}]", found, lang)


def _report_similar(work: Build, proposal: Proposal) -> None:
    """Likeness to what the plan holds already is told, never merged."""
    near = process.extractOne(
        plain(proposal.title.value), work.titles_before, scorer=fuzz.token_sort_ratio, score_cutoff=SIMILAR
    )
    if near:
        where, title = proposal.title.where, quote(proposal.title.value)
        work.findings.leave(where, _SIMILAR, text=title, id=near[2], title=quote(near[0]))


def _set(work: Build, target: Data, name: str, value: Any, found: Found, lang: str) -> None:
    if target.get(name) != value:
        target[name] = value
        work.see(str(target["id"]), name, found, lang)


def _relieves(work: Build, target: Data, proposal: Proposal, lang: str) -> None:
    dimension = target.get("dimension")
    for found in proposal.problems:
        problem = _problem(work, found, dimension, lang)
        reliefs: list[Data] = target.setdefault("addresses", [])
        if all(relief["problem"] != problem for relief in reliefs):
            reliefs.append({"problem": problem})
            work.see(str(target["id"]), f"addresses[{problem}]", found, lang)


def _agencies(work: Build, target: Data, proposal: Proposal, lang: str) -> None:
    for named, where in proposal.agencies[:1]:
        code, found = _code(work, named, where, lang)
        _set(work, target, "lead_agency", code, found, lang)
    partners: list[str] = list(target.get("partner_agencies", []))
    for named, where in proposal.partners:
        code, found = _code(work, named, where, lang)
        if code not in partners and code != target.get("lead_agency"):
            partners.append(code)
            target["partner_agencies"] = partners
            work.see(str(target["id"]), "partner_agencies", found, lang)


def _code(work: Build, named: Named, where: str, lang: str) -> tuple[str, Found]:
    """The code of an agency, added to the plan where it knows none like it."""
    found = Found(None, where, named.text)
    if named.code:
        return named.code, found
    if known := work.known("agencies", named.text):
        return str(known["code"]), found
    code = work.agencies.new_code(named.text, {str(item["code"]) for item in work.elements("agencies")})
    work.add("agencies", {"code": code, "name": named.text})
    work.see(code, "name", Found(None, where, named.text, _NEW_AGENCY), lang)
    return code, found


def _schedule(work: Build, target: Data, proposal: Proposal, lang: str) -> None:
    span: Span | None = proposal.span_value()
    years = [money.year for money in proposal.money if money.year]
    first = span.first if span else min(years, default=None)
    if first is not None:
        found = proposal.span or _earliest(proposal.money, first)
        _set(work, target, "start", {"earliest": first, "latest": first}, found, lang)
        if span and span.length and span.length <= MAX_DURATION:
            _set(work, target, "duration_years", span.length, found, lang)
    _costs(work, target, proposal, first, lang)


def _spread(work: Build, proposal: Proposal) -> None:
    """An amount for every year stands in each; where the years are not certain it is left."""
    money: list[Money] = []
    told = proposal.money or ([proposal.total] if proposal.total else [])
    for item in told:
        years = item.yearly.years(proposal.span_value()) if item.yearly else None
        if item.yearly is None:
            money.append(item)
        elif years is None:
            work.findings.leave(item.where, _HOW_LONG, text=quote(item.text))
        else:
            note = _joined(item.note, _YEARLY)
            money += [replace(item, year=year, yearly=None, note=note) for year in years]
    if any(item.yearly for item in told):
        proposal.money, proposal.total = money, proposal.total if proposal.money else None


def _earliest(money: list[Money], year: int) -> Found:
    item = next(item for item in money if item.year == year)
    return Found(None, item.where, item.text, _FIRST_MONEY)


def _costs(work: Build, target: Data, proposal: Proposal, first: int | None, lang: str) -> None:
    money = proposal.money or ([proposal.total] if proposal.total else [])
    _compare_total(work, proposal)
    by_offset: dict[int, list[Money]] = {}
    for item in money:
        offset = item.year - first if item.year and first is not None else 0
        if 0 <= offset <= 30:
            by_offset.setdefault(offset, []).append(item)
        else:
            work.findings.leave(item.where, _BEFORE, text=quote(item.text))
    if not by_offset:
        return
    was = {
        cost["offset"]: cost.get("capital", 0) + cost.get("operating", 0) for cost in target.get("costs", [])
    }
    if was == {offset: sum(item.amount for item in items) for offset, items in by_offset.items()}:
        return
    target["costs"] = [_cost(offset, items) for offset, items in sorted(by_offset.items())]
    span = proposal.span_value()
    unspread = span is None or span.length != 1
    for offset, items in sorted(by_offset.items()):
        for item in items:
            note = _whole(item, unspread)
            found = Found(None, item.where, item.text, note)
            work.see(str(target["id"]), f"costs[{offset}].{item.kind}", found, lang)


def _cost(offset: int, items: list[Money]) -> Data:
    cost: Data = {"offset": offset}
    for kind in ("capital", "operating"):
        amounts = [item.amount for item in items if item.kind == kind]
        if amounts:
            cost[kind] = sum(amounts)
    return cost


def _whole(item: Money, unspread: bool) -> Words | None:
    """A whole that the file does not spread over years stands in the first, and says so."""
    if item.year or not unspread:
        return item.note
    return _joined(item.note, _UNSPREAD)


def _joined(note: Words | None, more: Words) -> Words:
    return Words(f"{note.id}; {more.id}", f"{note.en}; {more.en}") if note else more


def _compare_total(work: Build, proposal: Proposal) -> None:
    total, amount = proposal.total, sum(money.amount for money in proposal.money)
    if total and amount and abs(total.amount - amount) > max(1, len(proposal.money)) * 500_000:
        work.findings.leave(total.where, _TOTAL, total=rupiah(total.amount), sum=rupiah(amount))


def _outcomes(work: Build, target: Data, measures: list[Measure], lang: str) -> None:
    outcomes: list[Data] = list(target.get("outcomes", []))
    known = {plain(outcome["indicator"]["name"]) for outcome in outcomes}
    for measure in measures:
        if plain(measure.name.value) in known or measure.unit is None:
            continue
        known.add(plain(measure.name.value))
        indicator: Data = {"name": measure.name.value, "unit": measure.unit.value}
        if measure.baseline:
            indicator["baseline"] = measure.baseline.value
        outcome: Data = {"indicator": indicator}
        if measure.targets:
            outcome["targets"] = {str(year): found.value for year, found in measure.targets}
        outcomes.append(outcome)
        target["outcomes"] = outcomes
        work.see(str(target["id"]), "outcomes", measure.name, lang)


def changes(document: Data, built: Data) -> ChangeSet:
    """The change set between; empty collections that were not there before stay away."""
    trimmed = {name: value for name, value in built.items() if value != [] or name in document}
    return diff(document, trimmed, origin=ORIGIN)


_VISIONS = Words('visi lebih dari satu, pilih sendiri: "{text}"', 'more than one vision, choose: "{text}"')
_TWICE = Words(
    '"{text}" sudah ada di {first} dengan isi lain; yang pertama dipakai',
    '"{text}" stands at {first} with other content; the first is used',
)
_SIMILAR = Words(
    '"{text}" mirip dengan {id} "{title}"; ditambahkan sebagai inovasi baru, gabungkan bila sama',
    '"{text}" is like {id} "{title}"; added as a new innovation, merge them if they are one',
)
_NEW_AGENCY = Words("perangkat daerah baru dalam rencana", "an agency new to the plan")
_FIRST_MONEY = Words("tahun pertama yang beranggaran", "the first year with money")
_UNSPREAD = Words(
    "seluruhnya ditaruh di tahun pertama karena berkas tidak membaginya per tahun",
    "all of it stands in the first year, as the file does not spread it over years",
)
_YEARLY = Words("sebesar itu setiap tahun pelaksanaan", "that much in every year of the innovation")
_HOW_LONG = Words(
    'jumlah "{text}" adalah per tahun, tetapi lamanya tidak pasti; tidak dipakai',
    'the amount "{text}" is for every year, but for how long is not certain; not used',
)
_BEFORE = Words(
    'jumlah "{text}" ada di luar tahun pelaksanaan, tidak dipakai',
    'the amount "{text}" is outside the years of the innovation and not used',
)
_TOTAL = Words(
    "kolom jumlah menyebut {total}, tetapi tahun-tahunnya berjumlah {sum}; yang per tahun dipakai",
    "the total says {total}, but the years add up to {sum}; the years are used",
)
