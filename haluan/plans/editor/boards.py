"""Two collections that are written on one page each: readiness with its gap, and the SWOT as a board.

Each element is a form of its own on the page, saved like on its own page; `group` says under which heading it stands.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from haluan.plans.words import headline, lang
from masterplan.language import number

from .forms import Line
from .page import Field, Page, element_url

Data = dict[str, Any]

COMPONENTS = {
    "structure": (lazy("Struktur"), lazy("orang, uang, tata kelola")),
    "infrastructure": (lazy("Infrastruktur"), lazy("fisik, digital, sosial")),
    "superstructure": (lazy("Suprastruktur"), lazy("aturan, lembaga, tata laksana")),
    "nature": (lazy("Alam"), lazy("letak, lahan, sumber daya")),
    "culture": (lazy("Budaya"), lazy("kebiasaan, kemampuan, kepercayaan warga")),
}
QUADRANTS = {
    "strength": (lazy("Kekuatan"), lazy("dari dalam, menolong")),
    "weakness": (lazy("Kelemahan"), lazy("dari dalam, menghambat")),
    "opportunity": (lazy("Peluang"), lazy("dari luar, menolong")),
    "threat": (lazy("Ancaman"), lazy("dari luar, menghambat")),
}
MANY = 24
"""Cards beyond which one page of A4 needs smaller letters."""
TO_BE_ANSWERED = frozenset({"weakness", "threat"})
CLOSED = (lazy("Ditutup oleh"), lazy("belum ada inovasi yang menutupnya"))
ANSWERED = (lazy("Dijawab oleh"), lazy("belum dijawab inovasi"))
USED = (lazy("Dipakai oleh"), lazy("belum dipakai inovasi"))
"""What innovations do with a card, and that none does."""


@dataclass(frozen=True)
class Board:
    """A collection on one page: the field that groups it, its headings, what is asked on the page itself."""

    collection: str
    group: str
    groups: dict[str, tuple[Any, Any]]
    asked: tuple[Line, ...]
    answered_by: str  # the field of innovations that names these elements
    template: str


BOARDS = {
    "readiness": Board(
        "readiness",
        "element",
        COMPONENTS,
        (
            Line("level", short=lazy("Kini")),
            Line("target_level", short=lazy("Diinginkan")),
            Line("gap", rows=2),
        ),
        "readiness",
        "plans/editor/readiness.html",
    ),
    "issues": Board(
        "issues",
        "kind",
        QUADRANTS,
        (Line("text", rows=2), Line("kind", short=lazy("Kotak"))),
        "issues",
        "plans/editor/swot.html",
    ),
}


@dataclass
class Card:
    """One element on its board."""

    key: str
    name: str
    url: str
    item: Data
    fields: list[Field]
    answers: list[Data]
    scale: Data = field(default_factory=dict)

    @property
    def distance(self) -> int:
        """Steps between the level now and the one wanted; nothing where one of them is not known."""
        now, wanted = self.item.get("level"), self.item.get("target_level")
        return 0 if now is None or wanted is None else max(wanted - now, 0)


def board_of(board: Board, plan: Any, data: Data, by_distance: bool = False) -> Data:
    """What the template of a board shows: its groups with their cards, and innovations to choose from."""
    answers = answering(plan, data, board.answered_by)
    cards = defaultdict(list)
    for item in data.get(board.collection, []):
        cards[item[board.group]].append(card(board, plan, data, item, answers[item["id"]]))
    groups = [
        {"code": code, "name": name, "about": about, "cards": cards[code]}
        | said_of_answers(code)
        | counted(code, cards[code])
        for code, (name, about) in board.groups.items()
    ]
    if by_distance:
        for group in groups:
            group["cards"].sort(key=lambda each: -each.distance)
    return {
        "board": board,
        "groups": groups,
        "many": sum(len(group["cards"]) for group in groups) > MANY,
        "by_distance": by_distance,
        "finding": widest(groups),
        "innovations": [(one["id"], headline(one)) for one in data.get("innovations", [])],
    }


def answering(plan: Any, data: Data, path: str) -> dict[str, list[Data]]:
    """For each element id the innovations that name it."""
    found = defaultdict(list)
    for one in data.get("innovations", []):
        for key in one.get(path, []):
            found[key].append(
                {
                    "key": one["id"],
                    "name": headline(one),
                    "url": element_url(plan, "innovations", one["id"]),
                }
            )
    return found


def card(board: Board, plan: Any, data: Data, item: Data, answers: list[Data]) -> Card:
    key = item["id"]
    page = Page(plan, data, board.collection, key, item)
    fields = [page.line(line) for line in board.asked]
    for each in fields:
        each.within = key
    return Card(
        key,
        headline(item),
        element_url(plan, board.collection, key),
        item,
        fields,
        answers,
        scale(item.get("level"), item.get("target_level")) if board.collection == "readiness" else {},
    )


def counted(code: str, cards: list[Card]) -> Data:
    """The mean level of a group now and wanted, over those where both are known; how many nobody answers."""
    both = [
        (one.item["level"], one.item["target_level"])
        for one in cards
        if {"level", "target_level"} <= one.item.keys()
    ]
    now, wanted = (sum(side) / len(both) for side in zip(*both, strict=True)) if both else (None, None)
    return {
        "now": said(now),
        "wanted": said(wanted),
        "distance": max(wanted - now, 0) if now is not None and wanted is not None else 0,
        "scale": scale(now, wanted),
        "known": len(both),
        "unanswered": sum(not one.answers for one in cards) if code in TO_BE_ANSWERED else 0,
    }


def said_of_answers(group: str) -> Data:
    words = CLOSED if group in COMPONENTS else ANSWERED if group in TO_BE_ANSWERED else USED
    return dict(zip(("answered", "none_answers"), words, strict=True))


def said(mean: float | None) -> str:
    return "" if mean is None else number(round(mean, 1), lang())


def widest(groups: list[Data]) -> str:
    """What the picture of readiness shows, in one sentence."""
    if not any(group["known"] for group in groups):
        return _("Isi tingkat kini dan yang diinginkan; kesenjangannya tergambar di sini.")
    far = max(groups, key=lambda group: group["distance"])
    if not far["distance"]:
        return _("Semua tingkat sudah seperti yang diinginkan.")
    return _("Kesenjangan terlebar pada %(component)s: rata-rata %(steps)s tingkat.") % {
        "component": far["name"],
        "steps": said(far["distance"]),
    }


def scale(now: float | None, wanted: float | None) -> Data:
    """Places on a drawing 120 wide of the steps 1 to 5, as texts that no language changes."""
    at = {
        name: f"{10 + (level - 1) * 25:.1f}"
        for name, level in {"now": now, "wanted": wanted}.items()
        if level is not None
    }
    return at | {"says": scale_said(now, wanted)}


def scale_said(now: float | None, wanted: float | None) -> str:
    unknown = _("belum diketahui")
    return _("kini %(now)s, diinginkan %(wanted)s") % {
        "now": said(now) or unknown,
        "wanted": said(wanted) or unknown,
    }
