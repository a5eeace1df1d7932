"""The running text of a Word file: headings tell the topic, labels and lists and sentences tell the content.

A sentence is used only under a heading that names a programme, and only when it says at least two of who,
when and how much. What has happened already, what others did and what two sentences tell differently is left.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from masterplan.importing.agencies import Agencies
from masterplan.importing.amounts import amounts_in
from masterplan.importing.cells import add_agencies, clean_title
from masterplan.importing.findings import Findings, Found, Money, Proposal, quote
from masterplan.importing.headings import dimension_above, is_caption, programme_named
from masterplan.importing.heads import Role
from masterplan.importing.labels import STARTS, labels_in
from masterplan.importing.labels import Block as LabelBlock
from masterplan.importing.names import issue_kind, number_of, plain, unnumbered
from masterplan.importing.others import is_other
from masterplan.importing.proposals import ProposalList, announces, sender
from masterplan.importing.sentences import (
    BY,
    CUT,
    DOUBTS,
    MONEY_CUE,
    NOT_USED,
    PAST,
    PLANNED,
    TOGETHER,
    TOO_LITTLE,
    sentences,
)
from masterplan.importing.tables import Block, Heading, Paragraph
from masterplan.importing.yearly import yearly_in
from masterplan.importing.years import span_in, years_in
from masterplan.language import Words

_PROGRAMME_WORD = re.compile(r"\b(program|inovasi|inisiatif|quick wins?|usulan)\b")
_REGION = re.compile(
    r"\b(rpjmd|rpjpd|rpjmn|bupati|wali ?kota|kepala daerah|gubernur|presiden|nasional|provinsi)\b"
)
_QUOTED = re.compile(r"[“\"«]([^”\"»]{10,400})[”\"»]")
_SEGMENTS = re.compile(r"\s*[;:()|]\s*|,\s+|\s+[–—-]\s+")


def read_prose(
    blocks: Sequence[Block], agencies: Agencies, findings: Findings, first_year: int | None
) -> None:
    """Adds what the paragraphs say to the findings."""
    reader = _Prose(agencies, findings, first_year, sender(blocks))
    for block in blocks:
        if isinstance(block, Heading):
            reader.heading(block)
        elif isinstance(block, Paragraph):
            reader.paragraph(block)
        else:
            reader.table()
    reader.end()


class _Prose:
    def __init__(
        self, agencies: Agencies, findings: Findings, first_year: int | None, sent_by: str | None
    ) -> None:
        self._agencies, self._findings, self._first_year = agencies, findings, first_year
        self._block = LabelBlock(agencies, findings, first_year)
        self._list = ProposalList(agencies, findings, first_year, sent_by)
        self._stack: list[Heading] = []
        self._told = {proposal.title.where for proposal in findings.innovations}
        """Headings that named a table."""
        self._topic: str | None = None
        self._lead_in = ""
        self._listed = 0
        self._candidate: Proposal | None = None
        self._doubtful: Found | None = None
        """A heading with a general word inside (`Peta Anggaran Warga`): its labels tell whether it names something."""
        self._doubts: set[str] = set()

    def heading(self, heading: Heading) -> None:
        self.end()
        self._stack = [*(above for above in self._stack if above.level < heading.level), heading]
        self._topic, self._doubtful = _topic(heading.text), None
        self._lead_in, self._listed = heading.text, 0
        dimension = dimension_above(self._stack)
        self._block.dimension = (
            Found(dimension[0], dimension[1].where, dimension[1].text) if dimension else None
        )
        if announces(f"{unnumbered(heading.text)}:"):
            self._list.begin(self._block.dimension)
        if self._topic is None and (naming := programme_named(self._stack)):
            named = Found(naming.title, heading.where, heading.text)
            if naming.sure:
                self._candidate = Proposal(named)
            elif not naming.part:
                self._doubtful = named

    def table(self) -> None:
        """What follows a table is no longer part of the list or the block before it."""
        self._list.close()
        self._finish_labels()
        self._topic = None
        if self._candidate and self._candidate.title.where in self._told:
            self._finish_candidate()

    def end(self) -> None:
        self._list.close()
        self._finish_labels()
        self._finish_candidate()

    def paragraph(self, paragraph: Paragraph) -> None:
        if is_caption(paragraph.text) or is_other([heading.text for heading in self._stack]):
            return
        labels = labels_in(paragraph.text)
        told = bool(labels) and ". " in labels[0][1]  # a sentence stands before the label: an entry of a list
        if (not labels or told) and self._list.take(paragraph):
            return
        if self._vision_or_mission(paragraph) or self._issue_or_problem(paragraph, bool(labels)):
            return
        if announces(paragraph.text):
            self._finish_labels()
            self._list.begin(self._block.dimension)
        elif labels:
            self._labels(labels, paragraph)
        elif self._block.waiting and self._block.current:
            role, label = self._block.waiting
            self._block.take(role, label, paragraph.text, paragraph.where)
            self._block.waiting = (role, label) if paragraph.item and role in ("lead", "partners") else None
        elif not self._one_line(paragraph):
            self._sentences(paragraph)

    # Vision, missions, issues, problems -------------------------------------------------------------

    def _vision_or_mission(self, paragraph: Paragraph) -> bool:
        text = paragraph.text
        label, _, value = text.partition(":")
        words = plain(unnumbered(label))
        if re.match(r"(visi|misi)\b", words) and len(words) < 90 and (":" in text or len(text) < 40):
            self._topic = "vision" if words.startswith("visi") else "mission"
            self._lead_in, self._listed = f"{self._lead_in} {label}", 0
            if value.strip() and self._topic == "vision":
                self._take_vision(value, paragraph)
            return True
        if self._topic == "vision":
            self._take_vision(text, paragraph)
            return True
        if self._topic == "mission":
            if paragraph.item or number_of(text):
                self._take_mission(text, paragraph)
                return True
            self._topic = None if self._listed else self._topic
        return False

    def _take_vision(self, text: str, paragraph: Paragraph) -> None:
        if text.rstrip().endswith(":"):
            self._lead_in += f" {text}"
            return
        quoted = _QUOTED.search(text)
        vision = (quoted[1] if quoted else text).strip(" “”\"'.")
        self._topic = None
        if not quoted and (len(vision) > 300 or len(vision.split()) < 4):
            self._findings.leave(paragraph.where, _NOT_VISION, text=quote(text))
        elif self._of_the_region(text):
            self._findings.leave(paragraph.where, _REGION_VISION, text=quote(vision))
        else:
            self._findings.visions.append(Found(vision, paragraph.where, text))

    def _take_mission(self, text: str, paragraph: Paragraph) -> None:
        self._listed += 1
        if self._of_the_region(""):
            self._findings.leave(paragraph.where, _REGION_VISION, text=quote(text))
        else:
            self._findings.missions.append(Found(unnumbered(text).strip(" .;"), paragraph.where, text))

    def _of_the_region(self, text: str) -> bool:
        """The vision of the regional plan is not that of the smart city."""
        words = plain(f"{self._lead_in} {text}")
        return bool(_REGION.search(words)) and "smart city" not in words and "kota cerdas" not in words

    def _issue_or_problem(self, paragraph: Paragraph, labelled: bool) -> bool:
        text = paragraph.text
        if (
            not paragraph.item
            and not labelled
            and len(text) < 160
            and (topic := _list_topic(text, paragraph.bold))
        ):
            self._topic, self._listed = topic, 0
            return True
        if self._topic is None or self._topic in ("vision", "mission"):
            return False
        if not (paragraph.item or number_of(text)):
            self._topic = None if self._listed else self._topic
            return False
        entry = unnumbered(text).strip(" .;")
        found = Found(entry, paragraph.where, text)
        self._listed += 1
        if self._topic == "problem":
            self._findings.problems.append(found)
        else:
            self._findings.issues.append((self._topic, found))
        return True

    # Programmes -------------------------------------------------------------------------------------

    def _labels(self, labels: list[tuple[Role, str, str]], paragraph: Paragraph) -> None:
        if self._candidate and self._block.current is None and labels[0][0] not in STARTS:
            self._block.begin(self._candidate.title)
            self._candidate = None
        if labels[0][0] not in STARTS and (name := self._list.name()):
            self._block.begin(name)
        if self._doubtful and self._block.current is None and labels[0][0] in ("lead", "dimension"):
            self._block.begin(self._doubtful, sure=False)
        self._doubtful = None
        for role, label, value in labels:
            self._block.take(role, label, value, paragraph.where)

    def _finish_labels(self) -> None:
        self._block.close()

    def _one_line(self, paragraph: Paragraph) -> bool:
        """`Siaga Cerdas – Dinas Kesehatan, 2025, Rp 500 juta`, an entry of a list."""
        if not (paragraph.item or number_of(paragraph.text)) or len(paragraph.text) > 300:
            return False
        if not (self._block.dimension or _PROGRAMME_WORD.search(plain(self._lead_in))):
            return False
        pieces = [piece for piece in _SEGMENTS.split(unnumbered(paragraph.text)) if piece.strip()]
        title = clean_title(pieces[0]) if len(pieces) > 2 else None
        if title is None:
            return False
        proposal = Proposal(Found(title, paragraph.where, paragraph.text))
        for piece in pieces[1:]:
            self._segment(proposal, piece.strip(" ."), paragraph)
        if proposal.facts() < 2:
            return False
        if self._block.dimension:
            proposal.texts["dimension"] = self._block.dimension
        self._findings.innovations.append(proposal)
        return True

    def _segment(self, proposal: Proposal, piece: str, paragraph: Paragraph) -> None:
        where = paragraph.where
        named = amounts_in(piece)
        amount = named[0] if len(named) == 1 else None
        span = None if amount else span_in(piece, self._first_year)
        found = [] if amount or span else self._agencies.split(piece, sure=False)[0]
        if amount and not proposal.money:
            proposal.money.append(Money(amount, where, paragraph.text, yearly=yearly_in(piece)))
        elif span and not proposal.span:
            proposal.span = Found(span, where, paragraph.text)
        elif found:
            add_agencies(proposal, [(named, where) for named in found], lead=True)

    def _sentences(self, paragraph: Paragraph) -> None:
        told = False
        for sentence in sentences(paragraph.text):
            words = plain(sentence)
            if PAST.search(words) or self._candidate is None:
                continue
            told |= self._sentence(self._candidate, sentence, words, paragraph)
        if not told and amounts_in(paragraph.text) and years_in(paragraph.text):
            self._findings.leave(paragraph.where, NOT_USED, text=quote(paragraph.text))

    def _sentence(self, proposal: Proposal, sentence: str, words: str, paragraph: Paragraph) -> bool:
        where, told = paragraph.where, False
        for pattern, lead in ((BY, True), (TOGETHER, False)):
            for match in pattern.finditer(sentence):
                found, _ = self._agencies.split(CUT.split(match["who"])[0], sure=False)
                told |= bool(found)
                if lead and proposal.agencies and found and found[0].text != proposal.agencies[0][0].text:
                    self._doubts.add("agencies")
                add_agencies(proposal, [(named, where) for named in found], lead=lead)
        amounts = amounts_in(sentence) if MONEY_CUE.search(words) else []
        if amounts:
            told = True
            if len(amounts) > 1 or (proposal.money and proposal.money[0].amount != amounts[0]):
                self._doubts.add("money")
            elif not proposal.money:
                proposal.money.append(Money(amounts[0], where, sentence, yearly=yearly_in(sentence)))
        if years_in(sentence) and (PLANNED.search(words) or told):
            span = span_in(sentence, None)
            if span is None or (proposal.span and proposal.span.value != span):
                self._doubts.add("span")
            else:
                proposal.span = proposal.span or Found(span, where, sentence)
            told = True
        return told

    def _finish_candidate(self) -> None:
        done, doubts = self._candidate, self._doubts
        self._candidate, self._doubts = None, set()
        if done is None:
            return
        if "money" in doubts:
            done.money = []
        if "span" in doubts:
            done.span = None
        if "agencies" in doubts:
            done.agencies, done.partners = [], []
        for doubt in sorted(doubts):
            self._findings.leave(done.title.where, DOUBTS[doubt], text=quote(done.title.value))
        if done.facts() < 2:
            if done.facts() or doubts:
                self._findings.leave(done.title.where, TOO_LITTLE, text=quote(done.title.value))
            return
        if self._block.dimension:
            done.texts["dimension"] = self._block.dimension
        self._findings.innovations.append(done)


def _topic(heading: str) -> str | None:
    words = plain(unnumbered(heading))
    if re.match(r"visi\b", words):
        return "vision"
    if re.match(r"misi\b", words):
        return "mission"
    return _list_topic(heading, True)


def _list_topic(text: str, bold: bool) -> str | None:
    """What a list below this heading or lead-in is a list of."""
    words = plain(unnumbered(text))
    leads = bold or text.rstrip().endswith(":")
    if not leads:
        return None
    if "tantangan" not in words and (kind := issue_kind(text)):
        return kind
    if re.search(r"\b(permasalahan|masalah)\b", words) and not re.search(
        r"\b(solusi|pemecahan|penyelesaian|dan program|program)\b", words
    ):
        return "problem"
    return None


_NOT_VISION = Words('"{text}" bukan kalimat visi yang pasti', '"{text}" is not certainly the vision')
_REGION_VISION = Words(
    '"{text}" adalah visi atau misi daerah, bukan smart city',
    '"{text}" is of the region, not of the smart city',
)
