"""Deciding about a suggestion: a verdict for each change, and in the same act for those of others that meet it.

All that was chosen happens, or nothing; who came second is told what the first one decided.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from haluan.accounts.notices import notify
from haluan.plans.models import Decided, SuggestedChange, Suggestion
from haluan.plans.rules import may_write_all
from haluan.plans.words import lang
from masterplan.document import ConflictError, DocumentError
from masterplan.document.reading import decode

from .draft import releases
from .finding import refuse_unless
from .fit import heading_of, touches
from .suggestions import others_of, suggestion_for, told
from .told import Said

Data = dict[str, Any]
LONGEST_WHY = 1000
ALONE = frozenset({"terima", "timpa", "tolak"})
SIDE = {"set": "was", "remove": "value", "move": "was_after"}
"""What a change says stood there before."""


@dataclass
class Verdicts:
    """What was chosen: changes to take in, numbers to decline, and changes of other suggestions to take in too."""

    taken: dict[int, Data] = field(default_factory=dict)
    declined: list[int] = field(default_factory=list)
    passed_over: dict[int, str] = field(default_factory=dict)  # for another suggestion: whose
    others: dict[Suggestion, dict[int, Data]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.taken or self.declined or self.others)

    def changes(self, one: Suggestion) -> list[Data]:
        """Every change that is decided about, for the question who may."""
        numbers = {*self.taken, *self.declined, *self.passed_over}
        own = [row.change for row in one.changes.all() if row.number in numbers]
        return own + [change for changes in self.others.values() for change in changes.values()]

    def too(self, other: SuggestedChange) -> None:
        self.others.setdefault(other.suggestion, {})[other.number] = other.change


@require_POST
@login_required
def decide(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """`putusan-3=terima|timpa|tolak`, `bersama` with the others in `bersama-3`, or `lain-<pk>`: theirs instead.

    `semua=terima|tolak` is for all that is open, `semua=bersama` also for what joins it.
    """
    one = suggestion_for(request, slug, pk)
    try:
        verdicts = verdicts_in(request.POST, one)
    except DocumentError as error:
        return told(request, one, faults=said(error), status=422)
    except Decided as late:
        return came_late(request, late)
    changes = verdicts.changes(one) or list(one.as_data())
    refuse_unless(may_write_all(request.user, one.plan, changes), request, one.plan)
    if one.state != "open":
        return came_late(request, Decided(None, one))
    why = request.POST.get("sebab", "").replace("\0", "").strip()[:LONGEST_WHY]
    if not verdicts:
        missing = _("Pilih dahulu putusan untuk paling sedikit satu isian.")
        return told(request, one, error=missing, status=422)
    if verdicts.declined and not why:
        return told(request, one, error=_("Tulis alasan penolakan: pengusul membacanya."), status=422)
    try:
        carry_out(one, verdicts, request.user, why)
    except Decided as late:
        return came_late(request, late)
    except ConflictError as error:
        return told(request, one, faults=[each.say(lang()) for each in error.conflicts[:20]], status=409)
    except DocumentError as error:
        return told(request, one, faults=said(error), status=422)
    tell_author(one, request.user, len(verdicts.taken), len(verdicts.declined) + len(verdicts.passed_over))
    for other, taken in verdicts.others.items():
        tell_author(other, request.user, len(taken), 0)
    messages.success(request, _("Putusan disimpan."))
    return redirect(one)


def came_late(request: HttpRequest, late: Decided) -> HttpResponse:
    messages.warning(request, too_late(late))
    return redirect(late.suggestion)


def said(error: DocumentError) -> list[str]:
    return [fault.located(lang()) for fault in error.faults[:20]]


def carry_out(one: Suggestion, verdicts: Verdicts, by: Any, why: str) -> None:
    """Raises `Decided`, and what the door raises; then nothing happened."""
    with transaction.atomic():
        together = [one.pk, *(other.pk for other in verdicts.others)]
        list(Suggestion.objects.select_for_update().filter(pk__in=together).order_by("pk"))
        if verdicts.taken:
            one.accept(verdicts.taken, by=by)
        for other, taken in verdicts.others.items():
            other.accept(taken, by=by)
        if verdicts.declined:
            one.decline(verdicts.declined, by=by, why=why)
        for number, whose in verdicts.passed_over.items():
            one.decline([number], by=by, why=_("Yang dipakai: usul %(who)s.") % {"who": whose})


# -- what a form says


def verdicts_in(post: Any, one: Suggestion) -> Verdicts:
    """Raises `Decided` where what it speaks of is not open any more, `DocumentError` for what is no JSON."""
    rows = {row.number: row for row in one.changes.all()}
    words = chosen(post, rows.values())
    words |= dict.fromkeys(let_go(rows.values(), words), "terima")
    others = {str(other.pk): other for other in others_of(one)} if needs_others(words.values()) else {}
    found = Verdicts()
    for number, word in words.items():
        row = rows[number]
        if word == "tolak":
            found.declined.append(number)
        elif word.startswith("lain-"):
            other = meeting(row, others.get(word[5:]))
            found.too(other)
            found.passed_over[number] = other.suggestion.author_name
        else:
            found.taken[number] = on_top(row.change, post, number) if word == "timpa" else row.change
            for key in post.get(f"bersama-{number}", "").split() if word == "bersama" else ():
                found.too(meeting(row, others.get(key)))
    return found


def needs_others(words: Iterable[str]) -> bool:
    return any(word == "bersama" or word.startswith("lain-") for word in words)


def meeting(row: SuggestedChange, other: SuggestedChange | None) -> SuggestedChange:
    """The change of another suggestion that was named; it must still wait, and be about the same."""
    if other is None or not touches(row.change, other.change):
        raise Decided(None, row.suggestion)
    return other


def chosen(post: Any, rows: Iterable[SuggestedChange]) -> dict[int, str]:
    """The verdicts by number of change; with `semua`, for every change that is still open."""
    whole = post.get("semua", "")
    found = {}
    for row in rows:
        word = post.get(f"putusan-{row.number}", "")
        if whole in {"terima", "tolak", "bersama"} and not row.verdict:
            word = "terima" if whole == "bersama" and not post.get(f"bersama-{row.number}") else whole
        if word in ALONE or needs_others([word]):
            found[row.number] = word
    return found


def let_go(rows: Iterable[SuggestedChange], words: dict[int, str]) -> list[int]:
    """A removal brings along the references let go for it: without that no plan would hold together."""
    rows = list(rows)
    gone = {
        row.change["element"]
        for row in rows
        if row.change["op"] == "remove" and words.get(row.number) in {"terima", "timpa"}
    }
    return [
        row.number
        for row in rows
        if not row.verdict and row.number not in words and any(releases(row.change, key) for key in gone)
    ]


def on_top(change: Data, post: Any, number: int) -> Data:
    """The change made on what the page showed as standing there now."""
    seen, side = post.get(f"kini-{number}", ""), SIDE.get(change["op"])
    if side is None:
        return change
    bare = {name: value for name, value in change.items() if name != side}
    value = decode(seen) if seen else None
    return bare if value is None else {**bare, side: value}


# -- who is told


def too_late(late: Decided) -> str:
    row = late.change
    if row is None:
        return _(
            "Usul ini, atau usul lain yang dipilih bersamanya, sudah diputus atau ditarik. Periksa lagi."
        )
    words = {"accepted": _("menerimanya"), "declined": _("menolaknya")}[row.verdict]
    return _("Putusan Anda tidak disimpan: %(who)s sudah %(verdict)s lebih dahulu.") % {
        "who": row.decided_by_name,
        "verdict": words,
    }


def tell_author(one: Suggestion, by: Any, accepted: int, declined: int) -> None:
    if one.author_id == by.pk:
        return
    what = Said(
        gettext_lazy("Usul Anda diputus: %(accepted)d diterima, %(declined)d ditolak"),
        accepted=accepted, declined=declined,
    )  # fmt: skip
    notify(one.author, what=what, why=heading_of(one), url=one.get_absolute_url())
