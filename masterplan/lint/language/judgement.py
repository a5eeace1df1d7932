"""What in an innovation's words puts technology before the service, where no service is told.

The rules ENB1xx each ask for one kind of `Signal`; that nobody is told to be served is judged once, for all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from masterplan.document.service import split
from masterplan.lint.language.evidence import TOLD, weight
from masterplan.lint.language.reading import Reading, Unit, read

Kind = Literal[
    "title", "purchase", "centre", "available", "watching", "vision", "application", "digital", "ease", "praise", "repeated",
    "inward",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Signal:
    """One way in which technology comes first, the words that gave it away and the field they stand in."""

    kind: Kind
    said: str
    field: str


def tells_service(title: str, service: str) -> bool:
    """Whether title and service change together tell what somebody will live through."""
    if not service.strip():
        return weight(title) >= 1
    said = weight(service)
    return said >= TOLD or (said >= TOLD - 1 and said + min(1.0, weight(title) / 2) >= TOLD)


@lru_cache(maxsize=8192)
def signal(title: str, service: str) -> Signal | None:
    """The most telling signal in the words of an innovation; None where a service is told, or no technology named."""
    return None if tells_service(title, service) else next(_signals(title, service), None)


def _signals(title: str, service: str) -> Iterator[Signal]:
    head = read(title)
    if not service.strip():
        said = head.first("technology") or (head.first("gear") if "bought" in head.tags else None)
        if said is not None and not _only_means(head, said):
            yield Signal("centre" if said.is_("centres") else "title", head.said(said), "title")
        return
    body = read(service)
    after = split(service).after
    # What comes after is what counts, and what is quoted first.
    texts = (read(after), body) if after and after.strip() else (body,)
    yield from _looked(_PLAIN, texts)
    yield from _looked(_MANUAL, (body,))
    yield from _looked(_FAINT, texts)
    if (
        head.first("technology", "light_technology", "vision") or body.first("light_technology")
    ) and _repeats(head, body):
        yield Signal("repeated", service.strip(), "service_change")
    if (device := _left_over(body)) is not None:
        yield Signal("application", body.said(device), "service_change")
    device = head.first("technology")
    if device is not None and not _only_means(head, device) and not _tells_something(body):
        yield Signal("title", head.said(device), "title")


def _tells_something(body: Reading) -> bool:
    """Whether somebody does something here, though we cannot say what it is worth."""
    if weight(body.text) >= TOLD / 2 and body.tags.isdisjoint(("praise", "vision", "generic")):
        return True
    acts = any(
        unit.is_("lived", "unknown") and unit.is_("verb") and not unit.is_("vague") for unit in body.units
    )
    return acts and not body.tags.isdisjoint(("people", "staff", "objects"))


def _left_over(body: Reading) -> Unit | None:
    """A device in a text that tells nothing else; a way of being served ("layanan kesehatan daring") is none."""
    people = "people" in body.tags
    for at, unit in enumerate(body.units):
        thing = unit.is_("technology") or (unit.is_("light_technology") and not unit.is_("modes"))
        if thing and not (people and _is_means(body, at)):
            return unit
    mode = body.first("modes")
    alone = body.tags.isdisjoint(("people", "generic"))
    return mode if mode is not None and (alone or "owners" in body.tags) else None


def _only_means(reading: Reading, unit: Unit) -> bool:
    """Whether a device is only the way: "lapor lewat aplikasi"."""
    return _is_means(reading, reading.units.index(unit))


def _is_means(reading: Reading, at: int) -> bool:
    before = reading.units[max(0, at - 2) : at]
    return any(
        one.low in ("lewat", "melalui", "via", "dengan", "pakai", "oleh", "pada", "dari", "di")
        for one in before
    )


def _onward(body: Reading, unit: Unit) -> str:
    """The words from this one to the end of its clause."""
    last = unit
    for one in body.units[body.units.index(unit) : body.units.index(unit) + 9]:
        last = one if one.clause == unit.clause else last
    return body.said(unit, last)


def _clause(body: Reading, unit: Unit) -> str:
    """The clause of a word, from its beginning."""
    first = next(one for one in body.units if one.clause == unit.clause)
    return _onward(body, first)


# --- one look for each kind, from the most telling to the least ---------------------------------------------------


def _centre(body: Reading) -> str | None:
    unit = body.first("centres")
    return body.said(unit) if unit else None


def _purchase(body: Reading) -> str | None:
    """ "pengadaan 200 CCTV", "membangun aplikasi", "upgrade server"."""
    for clause in body.clauses():
        deed = next((one for one in clause if _buys(one)), None)
        thing = next((one for one in clause if one.is_("technology", "light_technology", "gear")), None)
        if deed is not None and thing is not None and deed.start < thing.start:
            return body.said(deed, thing)
        if deed is not None and deed.low in ("pengadaan", "mengadakan"):
            return body.said(deed, clause[min(clause.index(deed) + 2, len(clause) - 1)])
    return None


def _buys(unit: Unit) -> bool:
    if not unit.is_("bought") or unit.form.root in (
        "ada",
        "tingkat",
        "hadir",
        "wujud",
        "cipta",
        "optimal",
        "manfaat",
        "guna",
    ):
        return unit.low in ("pengadaan", "mengadakan", "diadakan")
    return unit.form.voice in ("active", "noun", "passive") or unit.form.root in (
        "upgrade",
        "launching",
        "migrasi",
        "rilis",
        "deploy",
    )


def _available(body: Reading) -> str | None:
    """ "tersedianya", "terpasang", "terintegrasi", "dilengkapi", "memiliki" with a device and nobody."""
    joined = "data" in body.words and not body.words.isdisjoint(
        ("terintegrasi", "terintegrasinya", "terkoneksi", "terhubung")
    )
    if not joined and body.first("technology", "light_technology", "gear") is None:
        return None
    for unit in body.units:
        stands = unit.is_("bought") and (
            unit.form.voice == "state" or unit.form.root in ("lengkap", "operasi")
        )
        if stands or unit.low in (
            "memiliki",
            "mempunyai",
            "punya",
            "terkoneksi",
            "terkoneksinya",
            "terintegrasi",
            "tersusunnya",
        ):
            return _onward(body, unit)
    return None


def _watching(body: Reading) -> str | None:
    """Cameras, screens and dashboards, or somebody in office who looks on."""
    owner, screen = body.first("owners"), body.first("screens")
    looks = body.first("watching")
    if screen is not None and (looks is not None or owner is not None):
        return body.said(screen)
    if owner is not None and looks is not None and body.first("technology", "light_technology") is not None:
        return body.said(looks)
    return None


def _inward(body: Reading) -> str | None:
    """The government's own housekeeping, put on a machine."""
    unit = body.first("inward")
    if (
        unit is None
        or body.first("technology", "light_technology", "vision", "manual") is None
        or "people" in body.tags
    ):
        return None
    return _clause(body, unit)


def _vision(body: Reading) -> str | None:
    """ "mewujudkan pelayanan prima berbasis teknologi", "mendukung smart city"."""
    slogan = body.first("vision")
    if slogan is not None:
        return body.said(slogan)
    for before, unit in pairwise(body.units):
        if before.low in ("berbasis", "berbasiskan") and unit.is_("technology", "light_technology"):
            return body.said(before, unit)
    return None


def _application(body: Reading) -> str | None:
    """An application, or a "system", that somebody may download, open or own, or that stands where a person should."""
    device = body.first("applications")
    if device is None or (_only_means(body, device) and "people" in body.tags):
        return None
    return body.said(device)


def _ease(body: Reading) -> str | None:
    """ "memudahkan masyarakat …": eased, but how and what is not told."""
    if body.first("technology", "light_technology") is None:
        return None
    for unit in body.units:
        if unit.form.root == "mudah" and unit.low != "mudah":
            return _onward(body, unit)
    return None


def _digital(body: Reading) -> str | None:
    """From manual to digital, and nothing else."""
    device = body.first("technology", "light_technology")
    if device is None:
        return None
    if body.first("manual") is not None:
        return body.said(device)
    if device.low in (
        "digitalisasi",
        "komputerisasi",
        "digital",
        "elektronik",
        "online",
        "daring",
        "virtual",
    ) and any(unit.is_("vague", "bought") for unit in body.units):
        return body.said(device)
    return (device.low in ("digitalisasi", "komputerisasi") and body.said(device)) or None


def _boast(body: Reading) -> str | None:
    """Words that only brochures use, beside a device."""
    boast = body.first("boast")
    return (
        body.said(boast)
        if boast is not None and body.first("technology", "light_technology") is not None
        else None
    )


def _praise(body: Reading) -> str | None:
    device, praise = body.first("technology", "light_technology"), body.first("praise")
    return body.said(praise) if device is not None and praise is not None and praise is not device else None


def _lifted(body: Reading) -> str | None:
    """ "meningkatkan pelayanan melalui teknologi": a lever without a load."""
    device = body.first("technology", "light_technology")
    if device is None:
        return None
    lever = next((unit for unit in body.units if _lever(unit)), None)
    return _onward(body, lever) if lever is not None else None


def _lever(unit: Unit) -> bool:
    return (
        unit.is_("vague") and not unit.is_("lived") and unit.is_("verb", "deed") and unit.low != "pembangunan"
    )


def _looked(looks: Looks, texts: Sequence[Reading]) -> Iterator[Signal]:
    for text in texts:
        for kind, look in looks:
            if (words := look(text)) is not None:
                yield Signal(kind, words, "service_change")


Looks = tuple[tuple[Kind, Callable[[Reading], str | None]], ...]

_PLAIN: Looks = (
    ("centre", _centre),
    ("watching", _watching),
    ("purchase", _purchase),
    ("inward", _inward),
    ("ease", _ease),
    ("praise", _boast),
    ("vision", _vision),
    ("available", _available),
)
_MANUAL: Looks = (("digital", _digital),)
_FAINT: Looks = (("application", _application), ("praise", _praise), ("vision", _lifted))


def _repeats(head: Reading, body: Reading) -> bool:
    """Whether a short service change is the title said again."""
    said = {unit.form.root for unit in head.units if len(unit.low) > 2}
    again = {unit.form.root for unit in body.units if len(unit.low) > 2}
    return bool(said) and bool(again) and len(again) <= 8 and len(said & again) >= 0.6 * len(again)
