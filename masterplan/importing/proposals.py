"""Proposals told in sentences, one an entry of a list that a memo announces.

`… kami sampaikan usulan inovasi sebagai berikut: 1. Gading Satu Layanan. Dinas kami mengusulkan …`
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from masterplan.importing.agencies import Agencies, Named, is_agency_name, is_no_title
from masterplan.importing.amounts import located_amounts
from masterplan.importing.cells import add_agencies, clean_title
from masterplan.importing.findings import Findings, Found, Money, Proposal, quote
from masterplan.importing.names import dimensions_in, number_of, plain, unnumbered
from masterplan.importing.others import is_other
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
from masterplan.importing.tables import Block, Paragraph, Table
from masterplan.importing.yearly import yearly_in
from masterplan.importing.years import Span, span_in, years_in
from masterplan.language import Words

_PROPOSING = re.compile(
    r"\b(?:sampaikan|disampaikan|menyampaikan|usulkan|diusulkan|mengusulkan|ajukan|diajukan|mengajukan|usulan|"
    r"berikut(?: ini)?)\b(?P<what>.*)"
)
_WHAT = re.compile(r"\b(inovasi|inisiatif|program|quick wins?|usulan)\b")
_NOT_LISTED = re.compile(
    r"\b(risiko|mitigasi|kendala|hambatan|dasar|evaluasi|dievaluasi|tindak ?lanjut|ditindaklanjuti|syarat|persyaratan|"
    r"ketentuan|tahapan|langkah|tujuan|sasaran|manfaat|alasan|pertimbangan|kriteria|jadwal|peserta|tim|dokumen|lampiran|data|"
    r"catatan|masukan|anggaran|biaya|dana|terdiri|komponen|unsur|rincian|didukung|menghasilkan|keluaran|dampak|indikator|"
    r"pihak|acara|oleh|untuk|agar)\b"
)
"""What is listed is said of programmes, and is none."""
_SUM = re.compile(r"(jumlah|total|keseluruhan|seluruh)\b")

_CAPITAL = r"(?:[A-Z0-9][\w'’&/+-]*|[a-z]-[A-Z]\w*)"
_PHRASE = rf"{_CAPITAL}(?:\s+(?:(?:dan|&|di|untuk|ke|bagi|dengan|dari|berbasis)\s+)?{_CAPITAL}){{0,11}}"
_SHORT = r"(?:\s*\([A-Z][A-Z0-9-]{1,20}\))?"
_QUOTED = rf"[\"“](?P<quoted>[^\"”]{{4,120}})[\"”](?P<short>{_SHORT})"
_OPENING = re.compile(
    rf"(?:{_QUOTED}|(?P<title>{_PHRASE}{_SHORT}))\s*"
    r"(?=[.,;:(]|[–—]|-\s|(?:merupakan|adalah|berupa|diusulkan|yang|oleh|akan|untuk|guna)\b|$)"
)
_ASKED = (
    r"(?:mengajukan|mengusulkan|menyampaikan|usulan|inovasi|inisiatif|program|bernama|berjudul|yaitu|berupa)"
)
_INSIDE = (
    re.compile(rf"\b{_ASKED}\s+{_QUOTED}"),
    re.compile(rf"\b{_ASKED}\s+(?P<title>{_PHRASE}{_SHORT})(?=[.,;:(]|\s+[–—a-z-]|$)"),
)
_NO_OPENING = re.compile(
    r"(dari|untuk|pada|dalam|dinas|badan|bagian|kami|usulan|jumlah|total|selain|sehubungan|adapun)\b"
)

_FROM = (
    re.compile(r"(?:^|\b[Uu]sulan\s+)[Dd]ari\s+(?P<who>[A-Z].*)"),
    re.compile(r"\b(?:[Dd]iusulkan|[Dd]ilaksanakan|[Dd]ikerjakan)\s+(?P<who>[A-Z].*)"),
    re.compile(
        r"\b(?:[Pp]elaksana|[Pp]engelola|[Pp]engampu|[Kk]oordinator|[Pp]enanggung jawab|[Ll]eading sector)(?:nya)?\s*:?\s+"
        r"(?P<who>[A-Z].*)"
    ),
)
_ASKS = re.compile(r"(?P<who>[A-Z].{1,160}?)\s+(?:mengajukan|mengusulkan|menyampaikan|merencanakan)\b")
_WE = re.compile(r"\b[Kk]ami\s+(?:mengusulkan|mengajukan|merencanakan|usulkan|ajukan)\b")
_SEGMENTS = re.compile(r"\s*[;()]\s*|,\s+|\s+[–—-]\s+|\.\s+")
_CLAUSES = re.compile(r",\s+|;\s+|[()]|\s+(?:dan|serta|kemudian|lalu)\s+")
_TIME = re.compile(
    r"(?:(?:mulai|pada|waktu|tahun|thn|ta|periode|pelaksanaan|jadwal)\b[\s.:]*)*20[1-5]\d"
    r"(?:\s*(?:[-–]|s\.?\s?/?d\.?|sampai(?: dengan)?|hingga)\s*(?:tahun\s+)?20[1-5]\d)?\W*",
    re.IGNORECASE,
)
_PART = re.compile(r"\b(di ?antaranya|termasuk|terdiri|meliputi|berasal|sebagian|yaitu|yakni)\b")
_COST_CUE = re.compile(r"\b(disediakan|kebutuhan|dibutuhkan|diperlukan|menelan|memerlukan|membutuhkan)\b")
_GAIN = re.compile(
    r"\b(pendapatan|retribusi|pad|omzet|omset|penghematan|menghemat|hemat|efisiensi|kerugian|potensi|keuntungan|transaksi)\b"
)
_FROM_TO = re.compile(
    r"\b(?:mulai|dimulai|sejak)\b.{0,40}?(20[1-5]\d).{0,60}?\b(?:berakhir|selesai|sampai|hingga|s\.?/?d\.?)\b.{0,30}?(20[1-5]\d)",
    re.IGNORECASE,
)


def announces(text: str) -> bool:
    """Whether a sentence says that what follows are proposals: what its end asks for, before the colon."""
    if not text.rstrip().endswith(":"):
        return False
    clauses = re.split(r",\s+", sentences(text)[-1])
    while clauses and not _PROPOSING.search(plain(clauses[0])):
        clauses.pop(0)
    asked = _PROPOSING.search(plain(" ".join(clauses)))
    if asked is None or is_other(clauses) or PAST.search(asked[0]):
        return False
    return bool(_WHAT.search(asked[0])) and not _NOT_LISTED.search(asked["what"])


def sender(blocks: Iterable[Block]) -> str | None:
    """The agency in the letterhead, in capitals above everything else: *kami* in what follows."""
    named: list[str] = []
    for block in list(blocks)[:6]:
        if isinstance(block, Table):
            break
        if block.text.isupper() and is_agency_name(block.text):
            named.append(block.text)
    if len(named) != 1:
        return None
    return " ".join(word if word == "dan" else word.capitalize() for word in named[0].lower().split())


class ProposalList:
    """The entries of an announced list, each with the paragraphs that go on with it."""

    def __init__(
        self, agencies: Agencies, findings: Findings, first_year: int | None, sent_by: str | None
    ) -> None:
        self._agencies, self._findings, self._first_year, self._sender = (
            agencies,
            findings,
            first_year,
            sent_by,
        )
        self._open = False
        self._entry: list[Paragraph] = []
        self._rest: list[Paragraph] = []
        """What follows an entry goes on with it where another entry follows; else it may be the end of the letter."""
        self._long: list[int] = []
        """How many paragraphs went on with each entry before."""
        self._dimension: Found | None = None

    def begin(self, dimension: Found | None) -> None:
        self.close()
        self._open, self._dimension = True, dimension

    def take(self, paragraph: Paragraph) -> bool:
        """Whether a paragraph belongs to the list."""
        if not self._open:
            return False
        if paragraph.item or number_of(paragraph.text):
            self._entry += self._rest
            if self._entry:
                self._long.append(len(self._rest))
            self._rest = []
            self._flush()
            self._entry = [paragraph]
            return True
        if (
            self._entry
            and not _SUM.match(plain(paragraph.text))
            and not paragraph.text.rstrip().endswith(":")
        ):
            self._rest.append(paragraph)
            return True
        self.close()
        return False

    def name(self) -> Found | None:
        """The name of an entry that is nothing but a name, for labels below it; the entry is then theirs."""
        if len(self._entry) != 1 or self._rest:
            return None
        entry = self._entry[0]
        if not re.fullmatch(rf"(?:{_PHRASE}){_SHORT}\.?", unnumbered(entry.text)):
            return None
        title = clean_title(entry.text.rstrip("."))
        self._entry = []
        return Found(title, entry.where, entry.text) if title else None

    def close(self) -> None:
        certain = min(self._long, default=0)  # the last entry is as long as each of those before it
        self._entry += self._rest[:certain]
        self._rest = self._rest[certain:]
        self._flush()
        self._open, self._long = False, []

    def _flush(self) -> None:
        entry, rest, self._entry, self._rest = self._entry, self._rest, [], []
        for paragraph in rest:
            if located_amounts(paragraph.text):
                self._findings.leave(paragraph.where, NOT_USED, text=quote(paragraph.text))
        if not entry:
            return
        text = " ".join(_ended(unnumbered(paragraph.text)) for paragraph in entry)
        where = entry[0].where
        title = self._title(text)
        if title is None:
            self._findings.leave(where, _NO_TITLE, text=quote(text))
            return
        proposal = Proposal(Found(title, where, entry[0].text))
        reader = _Entry(proposal, self._agencies, self._first_year, self._sender)
        for paragraph in entry:
            reader.read(unnumbered(paragraph.text), paragraph.where)
        for doubt in reader.settle():
            self._findings.leave(where, doubt, text=quote(title))
        dimensions = dimensions_in(text)
        if len(dimensions) == 1:
            proposal.texts["dimension"] = Found(dimensions.pop(), where, text)
        elif self._dimension and not dimensions:
            proposal.texts["dimension"] = self._dimension
        if proposal.facts() > 1 or proposal.money:
            self._findings.innovations.append(proposal)
        else:
            self._findings.leave(where, TOO_LITTLE, text=quote(text))

    def _title(self, text: str) -> str | None:
        """The name an entry opens with, or that its first sentence asks for; None where that is not certain."""
        first = sentences(text)[0]
        opening = _OPENING.match(first)
        if opening and (title := self._name(opening)) and not _NO_OPENING.match(plain(title)):
            return title
        for pattern in _INSIDE:
            names = [name for match in pattern.finditer(first) if (name := self._name(match))]
            if names:
                return names[0] if len(set(names)) == 1 else None
        return None

    def _name(self, match: re.Match[str]) -> str | None:
        told = match.groupdict()
        text = (
            f"{told['quoted']} {(told['short'] or '').strip()}"
            if told.get("quoted")
            else told.get("title") or ""
        )
        title = clean_title(text)
        if (
            title is None
            or is_other([title])
            or is_agency_name(title)
            or is_no_title(title)
            or self._agencies.code(title)
        ):
            return None
        return title if told.get("quoted") or len(title.split()) > 1 else None


def _ended(text: str) -> str:
    return text if text.rstrip().endswith((".", ";", ",", ":")) else f"{text.rstrip()}."


class _Entry:
    """The facts of one entry; what its sentences tell in two ways is none."""

    def __init__(
        self, proposal: Proposal, agencies: Agencies, first_year: int | None, sent_by: str | None
    ) -> None:
        self._proposal, self._agencies, self._first_year, self._sender = (
            proposal,
            agencies,
            first_year,
            sent_by,
        )
        self._leads: list[tuple[Named, str]] = []
        self._spans: list[Found] = []
        self._money: list[list[Money]] = []
        self._unsure = self._unused = self._begun = False

    def read(self, text: str, where: str) -> None:
        for sentence in sentences(text):
            if PAST.search(plain(sentence)):
                continue
            self._who(sentence, where)
            paired = self._how_much(sentence, where)
            if not paired:
                self._when(sentence, where)

    def settle(self) -> list[Words]:
        """Gives the proposal what is certain; says what is not."""
        doubts: list[Words] = []
        proposal = self._proposal
        if len({plain(named.text) for named, _ in self._leads}) > 1:
            doubts.append(DOUBTS["agencies"])
            proposal.partners = []
        elif self._leads:
            partners, proposal.partners = proposal.partners, []
            add_agencies(proposal, self._leads[:1], lead=True)
            add_agencies(proposal, partners, lead=False)
        spans = {found.value for found in self._spans}
        if len(spans) == 1:
            proposal.span = self._spans[0]
        elif spans:
            doubts.append(DOUBTS["span"])
        told = {tuple((money.year, money.amount) for money in said) for said in self._money}
        years = [money.year for said in self._money for money in said]
        if not self._unsure and None not in years and len(set(years)) == len(years):
            proposal.money = [money for said in self._money for money in said]
        elif self._unsure or len(told) > 1:
            doubts.append(DOUBTS["money"])
        elif told:
            proposal.money = self._money[0]
        return [*doubts, NOT_USED] if self._unused and not proposal.money else doubts

    def _who(self, sentence: str, where: str) -> None:
        said = [match["who"] for pattern in (BY, *_FROM) for match in pattern.finditer(sentence)]
        asks = None if self._begun else _ASKS.match(sentence)
        self._begun = True
        if asks and not asks["who"].lower().endswith("kami"):
            said.append(asks["who"])
        said += [
            piece
            for piece in _SEGMENTS.split(sentence)
            if is_agency_name(piece) and piece[0].isupper() and not CUT.search(piece)
        ]
        said += [self._sender] if self._sender and _WE.search(sentence) else []
        for text in said:
            found, _ = self._agencies.split(CUT.split(text)[0].strip(" .;"), sure=False)
            self._leads += [(named, where) for named in found[:1]]
        for match in TOGETHER.finditer(sentence):
            found, _ = self._agencies.split(CUT.split(match["who"])[0], sure=False)
            add_agencies(self._proposal, [(named, where) for named in found], lead=False)

    def _when(self, sentence: str, where: str) -> None:
        words = plain(sentence)
        if between := _FROM_TO.search(sentence):
            first, last = int(between[1]), int(between[2])
            if first <= last <= first + 20:
                self._spans.append(Found(Span(first, last), where, sentence))
        elif years_in(sentence) and PLANNED.search(words):
            if span := span_in(sentence):
                self._spans.append(Found(span, where, sentence))
        else:
            alone = [piece for piece in _SEGMENTS.split(sentence) if _TIME.fullmatch(piece)]
            self._spans += [Found(span, where, sentence) for piece in alone[:1] if (span := span_in(piece))]

    def _how_much(self, sentence: str, where: str) -> bool:
        """Takes the money of a sentence; True where each amount has its year beside it."""
        amounts = _whole(sentence)
        if not amounts or _GAIN.search(plain(sentence)):
            return False
        if len(amounts) > 1:
            return self._by_year(sentence, where)
        amount, start, end = amounts[0]
        words = plain(sentence)
        years = set(years_in(sentence))
        dated = len(years) == 1 and not yearly_in(sentence) and not PLANNED.search(words)
        year = years.pop() if dated else None
        alone = re.match(r"\s*(?:[,;.)/]|$|(?:per|setiap) tahun)", sentence[end:]) and re.search(
            r"(?:^|[;,(–—])\s*$", sentence[:start]
        )
        if MONEY_CUE.search(words) or _COST_CUE.search(words) or alone:
            self._money.append([Money(amount, where, sentence, year, yearly=yearly_in(sentence))])
        else:
            self._unused = True
        return False

    def _by_year(self, sentence: str, where: str) -> bool:
        money: list[Money] = []
        wholes: list[int] = []
        for clause in _CLAUSES.split(sentence):
            amounts, years = located_amounts(clause), set(years_in(clause))
            if len(amounts) > 1 or (amounts and len(years) > 1):
                self._unsure = True
                return False
            if amounts and years:
                money.append(Money(amounts[0][0], where, sentence, years.pop()))
            elif amounts:
                wholes.append(amounts[0][0])
        total = sum(item.amount for item in money)
        if len({item.year for item in money}) < len(money) or any(whole != total for whole in wholes):
            self._unsure = True
            return False
        self._money.append(money)
        return True


def _whole(sentence: str) -> list[tuple[int, int, int]]:
    """The amounts of a sentence but those that are a part of the one before: `di antaranya Rp1,5 miliar`."""
    amounts = located_amounts(sentence)
    kept: list[tuple[int, int, int]] = []
    for index, (amount, start, end) in enumerate(amounts):
        between = sentence[amounts[index - 1][2] : start] if index else ""
        if index and (_PART.search(plain(between)) or amount == amounts[index - 1][0]):
            continue
        kept.append((amount, start, end))
    return kept


_NO_TITLE = Words('"{text}": nama usulannya tidak pasti', '"{text}": the name of the proposal is not certain')
