"""Whether a text tells a change that somebody lives: who does or receives what, where, when, how long, spared what.

Each `Evidence` has a weight; two points and more tell a service. The weights were found by reading the tuned half of the
corpus in `tests/lint/corpus`; what is claimed for them is measured on the other half.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from masterplan.document.service import split
from masterplan.lint.language.lexicon import entries
from masterplan.lint.language.reading import Reading, Unit, read

TOLD = 2.0
"""How much evidence tells a service."""

_KNOWING = entries("knowing")
_THINGS = ("objects", "places", "people", "near", "closeness")


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing that was told, and the words that tell it."""

    kind: str
    weight: float
    said: str


def told(text: str) -> bool:
    """Whether the text tells what somebody lives."""
    return weight(text) >= TOLD


@lru_cache(maxsize=8192)
def weight(text: str) -> float:
    """How much is told; where the text has a before and an after, it is the after that counts."""
    if not text.strip():
        return 0.0
    halves = split(text).halves
    if halves is None or not all(half.strip() for half in halves):
        return _sum(read(text))
    before, after = halves
    return _sum(read(after)) + min(1.0, _sum(read(before)) / 2) + (2.0 if _both_timed(before, after) else 0.0)


def _sum(reading: Reading) -> float:
    """All of it; hours and places alone, with nobody and nothing that is served, are no more than half a service."""
    found = evidence(reading)
    strong = sum(one.weight for one in found if one.kind in ("deed", "spared", "fell"))
    weak = sum(one.weight for one in found if one.kind not in ("deed", "spared", "fell"))
    if reading.tags.isdisjoint(("people", "staff", "objects")):
        weak = min(weak, 1.0)
    return strong + weak


def evidence(reading: Reading) -> list[Evidence]:
    """Everything that tells something, at most one of each deed."""
    found = [*_deeds(reading), *_spared(reading), *_times(reading), *_near(reading)]
    return [one for one in found if one.weight > 0]


# --- somebody does or receives something -------------------------------------------------------------------------


def _deeds(reading: Reading) -> Iterator[Evidence]:
    units = reading.units
    for at, unit in enumerate(units):
        if "verb" not in unit.tags or unit.form.voice == "noun":
            continue
        doer = _doer(units, at)
        worth = _worth(units, at, doer)
        if worth:
            yield Evidence("deed", worth, reading.said(units[at if doer is None else doer], unit))


def _doer(units: Sequence[Unit], at: int) -> int | None:
    """Where somebody or something stands that this verb may be said of: before it, or as its receiver right after it."""
    clause, sentence = units[at].clause, units[at].sentence
    place: int | None = None
    for back in range(at - 1, max(-1, at - 14), -1):
        one = units[back]
        if one.sentence != sentence:
            break
        if one.is_("people", "staff", "owners") and (one.clause == clause or _carried(units, back, at)):
            if back and one.is_("owners") and units[back - 1].is_("people"):
                return back - 1  # "warga kota"
            if not one.is_("places"):
                return back
            place = back if place is None else place  # "warga satu kampung merawat": the village does nothing
        elif one.clause == clause and one.is_("objects") and not (back and units[back - 1].is_("means")):
            return back if place is None else place
    return place


def _carried(units: Sequence[Unit], doer: int, at: int) -> bool:
    """Whether a doer of an earlier clause is still meant: nobody else has come between."""
    return not any(one.is_("people", "staff", "owners", "technology") for one in units[doer + 1 : at])


def _worth(units: Sequence[Unit], at: int, doer: int | None) -> float:
    """What a verb tells, given who does it and to what."""
    verb, what, receiver = units[at], _complement(units, at), _receiver(units, at)
    if what is not None and what.is_("technology") and not receiver:
        return 0.0
    if verb.form.root in _KNOWING and (
        _through_technology(units, at) if what is None else what.is_("generic")
    ):
        return 0.5
    worth = _done_by(units, at, units[doer], what) if doer is not None else 0.0
    if not worth and _is_lived(verb):
        worth = _done(units, at, doer, what, receiver)
    if worth and (_wished(units, at, doer) or _meant_for(units, at, doer)):
        worth /= 2
    return worth


def _is_lived(verb: Unit) -> bool:
    return "lived" in verb.tags and "vague" not in verb.tags


def _done_by(units: Sequence[Unit], at: int, by: Unit, what: Unit | None) -> float:
    """What a verb tells of the one who does it."""
    verb = units[at]
    lived = _is_lived(verb)
    acts = lived or ("unknown" in verb.tags and verb.form.voice != "state")
    if by.is_("people"):
        if acts:
            return 2.0
        concrete = what is not None and what.is_("objects", "near") and not what.is_("generic")
        return (2.0 if "vague" in verb.tags else 1.0) if concrete else 0.0
    if by.is_("staff"):
        return 2.0 if acts and _reaches(units, at) else 0.0
    if by.is_("owners"):
        return 1.0 if lived and any(one.is_("people", "staff") for one in units[at + 1 : at + 4]) else 0.0
    return (1.0 if _through_technology(units, at) else 2.0) if lived else 0.0


def _done(units: Sequence[Unit], at: int, doer: int | None, what: Unit | None, receiver: bool) -> float:
    """What a lived verb tells where its doer tells nothing: that somebody receives it, or that it is bid, or happens."""
    if receiver:
        return 2.0
    if doer is not None:
        return 0.0
    if _bids(units, at) and what is not None and what.is_("objects"):
        return 2.0  # "bayar pajak di warung"
    return 1.0 if _happens(units, at) else 0.0


def _happens(units: Sequence[Unit], at: int) -> bool:
    """Whether something that is in none of our lists stands before the verb: "api padam"."""
    return (
        at > 0
        and units[at - 1].clause == units[at].clause
        and not units[at - 1].tags
        and units[at - 1].kind == "word"
    )


def _meant_for(units: Sequence[Unit], at: int, doer: int | None) -> bool:
    """ "wadah bagi masyarakat untuk menyampaikan …": what one is for, not what anybody does."""
    if doer is None or doer == 0 or units[doer - 1].low not in ("bagi", "untuk"):
        return False
    return any(one.low in ("untuk", "guna", "dalam") for one in units[doer + 1 : at])


def _complement(units: Sequence[Unit], at: int) -> Unit | None:
    """The first noun we know within a few words after a verb, in its clause."""
    for one in units[at + 1 : at + 5]:
        if one.clause != units[at].clause:
            return None
        if one.is_("objects", "technology", "generic", "near", "people", "light_technology", "places"):
            return one
    return None


_HELPERS = entries("helpers")


def _bids(units: Sequence[Unit], at: int) -> bool:
    """Whether a bare verb opens its clause, as in a title or a note: "ambil obat tanpa antre"."""
    opens = at == 0 or units[at - 1].clause != units[at].clause or units[at - 1].low in _HELPERS
    return opens and units[at].form.voice == ""


_ARTICLES = entries("articles")


def _receiver(units: Sequence[Unit], at: int) -> bool:
    """Whether a resident stands right after the verb: "menjemput korban", "diantar ke rumah warga", "dilihat warga"."""
    for one in units[at + 1 : at + 4]:
        if one.clause != units[at].clause:
            return False
        if one.is_("people"):
            return True
        if one.low not in _ARTICLES and one.kind != "number" and not one.is_("numbers"):
            return False
    return False


def _reaches(units: Sequence[Unit], at: int) -> bool:
    """Whether what the staff does reaches somebody or something that people know."""
    sentence = units[at].sentence
    near = [one for one in units[at + 1 : at + 11] if one.sentence == sentence]
    return any(one.is_(*_THINGS) for one in near) or any(one.is_("units", "rhythm") for one in near)


def _through_technology(units: Sequence[Unit], at: int) -> bool:
    """Whether all that is said after the verb is the device: "dikirim melalui aplikasi"."""
    after = [one for one in units[at + 1 : at + 6] if one.sentence == units[at].sentence]
    return any(one.is_("technology") for one in after) and not any(
        one.is_("people", "near", "units") for one in after
    )


def _wished(units: Sequence[Unit], at: int, doer: int | None) -> bool:
    """Whether the deed stands under "memudahkan", "mendukung" and the like: hoped for, not told."""
    first = doer if doer is not None else at
    for one in reversed(units[max(0, first - 6) : first]):
        if one.sentence != units[at].sentence:
            return False
        if one.is_("people", "units", "negations"):
            return False
        if "ease" in one.tags and (one.form.voice in ("active", "noun") or one.low in ("untuk", "mudah")):
            return True
    return False


# --- spared something, timed, near --------------------------------------------------------------------------------


def _spared(reading: Reading) -> Iterator[Evidence]:
    """ "tidak perlu lagi antre", "tanpa calo", "bebas pungli"."""
    if "negations" not in reading.tags:
        return
    units = reading.units
    for at, unit in enumerate(units):
        if "negations" not in unit.tags:
            continue
        if (one := _relief(units, at)) is not None:
            yield Evidence("spared", 0.5 if one.is_("moods", "vague") else 2.0, reading.said(unit, one))


def _relief(units: Sequence[Unit], at: int) -> Unit | None:
    """What a negation spares: a burden or a deed; after "tidak lagi" said of somebody, whatever follows."""
    following = [one for one in units[at + 1 : at + 6] if one.clause == units[at].clause]
    for one in following:
        if one.is_("burdens", "moods") or (one.is_("verb") and one.is_("lived") and not one.is_("vague")):
            return one
    somebody = any(
        one.is_("people") and one.sentence == units[at].sentence for one in units[max(0, at - 6) : at]
    )
    if somebody and len(following) > 1 and following[0].low in ("lagi", "perlu", "usah", "harus"):
        return next((one for one in following if one.low not in ("lagi", "perlu", "usah", "harus")), None)
    return None


def _times(reading: Reading) -> Iterator[Evidence]:
    """How long, how often, at what hour; two figures that fall or rise."""
    units = reading.units
    if "units" in reading.tags:
        timed = [at for at in range(len(units)) if _is_time(units, at)]
        if len(timed) >= 2 and _turned(units, timed):
            yield Evidence("fell", 2.0, reading.said(units[timed[0] - 1], units[timed[-1]]))
        elif timed:
            yield Evidence("time", 1.0, reading.said(units[timed[0] - 1], units[timed[0]]))
    if not _EVERY.isdisjoint(reading.words):
        yield from _rhythm(reading)
    if (falls := _falls(reading)) is not None:
        yield Evidence("fell", 2.0, falls)
    elif "Rp" in reading.text and (price := _PRICE.search(reading.text)) is not None:
        yield Evidence("price", 1.0, price.group())


def _rhythm(reading: Reading) -> Iterator[Evidence]:
    """ "tiap Kamis", "pukul 06.00"."""
    for before, one in pairwise(reading.units):
        if before.low in ("tiap", "setiap") and one.is_("rhythm"):
            yield Evidence("rhythm", 1.0, reading.said(before, one))
            return
        if before.low in ("pukul", "jam") and one.kind == "number":
            yield Evidence("hour", 1.0, reading.said(before, one))
            return


def _falls(reading: Reading) -> str | None:
    """ "turun dari 14 menjadi 5": of something people know; servers and indices may rise as they like."""
    if _CHANGES.isdisjoint(reading.words) or not reading.tags.isdisjoint(("vision", "inward")):
        return None
    if "technology" in reading.tags and reading.tags.isdisjoint(("people", "staff", "objects")):
        return None
    found = _FALLS.search(reading.text)
    return found.group() if found else None


_EVERY = frozenset(("tiap", "setiap", "pukul", "jam"))
_CHANGES = frozenset(("turun", "berkurang", "susut", "menyusut", "naik", "bertambah", "meningkat"))
_FALLS = re.compile(
    r"\b(?:turun|berkurang|susut|menyusut|naik|bertambah|meningkat)\s+(?:dari|sepertiga|separuh|setengah|seperempat)\s+[^.;]{0,60}",
    re.IGNORECASE,
)
_PRICE = re.compile(
    r"(?:ongkos|tarif|membayar|bayar|menerima|dibayar|seharga|harga|hanya|cukup)\s+(?:\w+\s+){0,3}Rp\s?[\d.,]+",
    re.IGNORECASE,
)


def _is_time(units: Sequence[Unit], at: int) -> bool:
    """A figure before a unit of time or way: "15 menit", "dua kali"; not "24 jam", which every screen promises."""
    if at == 0 or not units[at].is_("units"):
        return False
    figure = units[at - 1]
    if figure.low in ("24", "24/7", "365") or not (figure.kind == "number" or figure.is_("numbers")):
        return False
    return figure.clause == units[at].clause


def _turned(units: Sequence[Unit], timed: Sequence[int]) -> bool:
    around = units[max(0, timed[0] - 2) : timed[-1]]
    return any(one.low in ("menjadi", "jadi", "dulu", "dari", "sebelumnya", "semula") for one in around)


def _both_timed(before: str, after: str) -> bool:
    """Whether both halves say how long: "3 jam → 20 menit"."""
    return all(
        any(_is_time(half, at) for at in range(len(half))) for half in (read(before).units, read(after).units)
    )


def _near(reading: Reading) -> Iterator[Evidence]:
    """ "di balai desa", "dari rumah", "sekali datang"."""
    if reading.tags.isdisjoint(("closeness", "near")):
        return
    units = reading.units
    if (close := reading.first("closeness")) is not None:
        yield Evidence("near", 1.0, reading.said(close))
        return
    for before, one in pairwise(units):
        if (
            before.low in ("di", "ke", "dari", "dekat")
            and one.is_("near")
            and not _installed(units, one.clause)
        ):
            yield Evidence("near", 1.0, reading.said(before, one))
            return


def _installed(units: Sequence[Unit], clause: int) -> bool:
    return any(one.clause == clause and one.is_("bought", "technology", "light_technology") for one in units)
