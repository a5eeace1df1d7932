"""Parts of a plan: the board of who writes what, giving, handing in, reminding."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods, require_POST

from haluan.accounts.notices import notify_all
from haluan.plans.labels import collection_label
from haluan.plans.models import Plan, Share
from haluan.plans.reading.plan import reading_of
from haluan.plans.rules import may_discuss, may_hand_in, may_share, standing
from haluan.plans.words import headline
from haluan.web.templatetags.haluan import DIMENSIONS
from masterplan.document import COLLECTIONS, keys_of

from .finding import page, plan_for, refuse_unless
from .people import leaders_of, members_of
from .progress import Row, part_name, rows_of
from .told import Said

Data = dict[str, Any]
GIVEN_WHOLE = ("readiness", "issues", "problems", "innovations", "enablers", "risks", "chapters", "sources")
GIVEN_SINGLY = ("innovations", "problems", "chapters", "readiness")
LONGEST_NOTE = 500


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def board(request: HttpRequest, slug: str) -> HttpResponse:
    """Who is given what, how far each is, who is late; the coordinator gives another part."""
    plan = plan_for(request, slug, may_share if request.method == "POST" else may_discuss)
    error = ""
    if request.method == "POST":
        error = given(request, plan)
        if not error:
            return redirect("plan-shares", slug)
    who = standing(request.user, plan)
    shares = plan.shares.standing().select_related("handed_in_by").prefetch_related("nudges")
    rows = rows_of(plan, shares)
    mine = [row for row in rows if row.share.agency in who.agencies]
    data = reading_of(plan).data
    return page(
        request, "board.html", plan, status=422 if error else 200,
        rows=mine + [row for row in rows if row not in mine], mine=len(mine), heading=finding(rows), 
        leads=bool(may_share(request.user, plan)),
        agencies=[(one["code"], one["name"]) for one in data.get("agencies", [])], parts=parts_of(data),
        today=timezone.localdate(), yesterday=timezone.localdate() - timedelta(days=1),
        own=who.agencies, error=error, typed=request.POST if error else {},
    )  # fmt: skip


def finding(rows: list[Row]) -> str:
    """The title of the board: how it stands."""
    states = [row.share.state for row in rows]
    if not rows:
        return _("Tugas menulis belum dibagi")
    if late := states.count("late"):
        return ngettext(
            "%(late)d dari %(all)d bagian terlambat", "%(late)d dari %(all)d bagian terlambat", late
        ) % {"late": late, "all": len(rows)}
    if all(state == "handed_in" for state in states):
        return _("Semua bagian sudah diserahkan")
    done = states.count("handed_in")
    return _("%(done)d dari %(all)d bagian diserahkan, tidak ada yang terlambat") % {
        "done": done,
        "all": len(rows),
    }


def parts_of(data: Data) -> list[tuple[str, list[tuple[str, str]]]]:
    """What can be given, in groups for a select: value and name."""
    whole = [(f"c:{name}", collection_label(name)) for name in GIVEN_WHOLE]
    groups = [
        (_("Satu dimensi"), [(f"d:{code}", str(name)) for code, name in DIMENSIONS.items()]),
        (_("Satu kumpulan"), whole),
    ]
    for name in GIVEN_SINGLY:
        items = data.get(name, [])
        keys = keys_of(name, items)
        found = [
            (f"e:{name}:{key}", f"{key} {headline(item)}") for key, item in zip(keys, items, strict=True)
        ]
        if found:
            groups.append((collection_label(name), found))
    return groups


def place_of(chosen: str, data: Data) -> Data | None:
    """Collection, key and dimension of what was chosen; None for what is not there."""
    kind, _colon, rest = chosen.partition(":")
    if kind == "d" and rest in DIMENSIONS:
        return {"collection": "", "key": "", "dimension": rest}
    if kind == "c" and rest in COLLECTIONS:
        return {"collection": rest, "key": "", "dimension": ""}
    collection, _colon, key = rest.partition(":")
    if kind == "e" and collection in COLLECTIONS and key in keys_of(collection, data.get(collection, [])):
        return {"collection": collection, "key": key, "dimension": ""}
    return None


def given(request: HttpRequest, plan: Plan) -> str:
    """Gives the part; a sentence when it cannot be given."""
    post, data = request.POST, reading_of(plan).data
    place = place_of(post.get("bagian", ""), data)
    if place is None:
        return _("Pilih bagian yang diberikan.")
    agency = post.get("dinas", "")
    if not known(agency, data):
        return _("Pilih perangkat daerah yang menulisnya.")
    due = day_of(post.get("tenggat", ""))
    if due is None:
        return _("Tulis tenggatnya: hari ini atau sesudahnya, misalnya 2027-03-31.")
    note = post.get("pesan", "").replace("\0", "").strip()[:LONGEST_NOTE]
    try:
        with transaction.atomic():
            share = Share.objects.create(
                plan=plan, agency=agency, due=due, note=note, given_by=request.user, **place
            )
    except IntegrityError:
        return _("Bagian itu sudah ada pada perangkat daerah ini.")
    tell_members(share, gettext_lazy("Bagian Anda: %(name)s"), data)
    messages.success(request, _("Bagian diberikan kepada %(agency)s.") % {"agency": agency})
    return ""


def known(agency: str, data: Data) -> bool:
    return any(one["code"] == agency for one in data.get("agencies", []))


def day_of(text: str) -> date | None:
    """A day from today on, within ten years; None for anything else."""
    try:
        day = parse_date(text.strip())
    except ValueError:
        return None
    today = timezone.localdate()
    return day if day and today <= day < today + timedelta(days=3660) else None


def tell_members(share: Share, what: Any, data: Data) -> None:
    """A notice to everybody of the agency."""
    notify_all(
        members_of(share.plan, share.agency),
        what=Said(what, name=part_name(share, data)),
        why=Said(gettext_lazy("Tenggat %(due)s. %(note)s"), due=share.due, note=share.note),
        url=share.get_absolute_url(),
    )


def share_of(slug: str, pk: int) -> Share:
    return get_object_or_404(Share.objects.standing().select_related("plan__region"), pk=pk, plan__slug=slug)


@require_POST
@login_required
def hand_in(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """`do=selesai` hands the part in, `do=lagi` takes it up again."""
    share = share_of(slug, pk)
    refuse_unless(may_hand_in(request.user, share), request, share.plan)
    if request.POST.get("do") == "lagi":
        done = share.reopen()
        words = _("Bagian ini dibuka lagi untuk ditulis.")
    else:
        done = share.hand_in(request.user)
        words = _("Bagian ini diserahkan.")
        if done:
            tell_leaders(share, request.user)
    messages.success(request, words) if done else messages.warning(request, _("Sudah dilakukan orang lain."))
    return redirect(share.get_absolute_url())


def tell_leaders(share: Share, by: Any) -> None:
    name = part_name(share, reading_of(share.plan).data)
    notify_all(
        [one for one in leaders_of(share.plan) if one.pk != by.pk],
        what=Said(gettext_lazy("%(agency)s menyerahkan bagiannya: %(name)s"), agency=share.agency, name=name),
        url=share.get_absolute_url(),
    )


@require_POST
@login_required
def turn(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """`do=ingatkan` reminds (once a day), `do=alih` gives the part on or another day, `do=tarik` takes it back."""
    share = share_of(slug, pk)
    refuse_unless(may_share(request.user, share.plan), request, share.plan)
    acts = {"ingatkan": remind, "alih": give_on, "tarik": take_back}
    act = acts.get(request.POST.get("do", ""))
    if act:
        act(request, share)
    return redirect("plan-shares", slug)


def remind(request: HttpRequest, share: Share) -> None:
    if share.handed_in_at:
        messages.warning(request, _("Bagian itu sudah diserahkan."))
    elif share.nudge(request.user):
        tell_members(share, gettext_lazy("Diingatkan: %(name)s"), reading_of(share.plan).data)
        messages.success(request, _("%(agency)s diingatkan.") % {"agency": share.agency})
    else:
        messages.warning(request, _("%(agency)s sudah diingatkan hari ini.") % {"agency": share.agency})


def give_on(request: HttpRequest, share: Share) -> None:
    data, before = reading_of(share.plan).data, share.agency
    agency = request.POST.get("dinas", "") or before
    typed = request.POST.get("tenggat", "")
    due = share.due if typed == share.due.isoformat() else day_of(typed)
    if due is None or not known(agency, data):
        messages.warning(request, _("Pilih perangkat daerah dan tenggat dari hari ini."))
    elif not share.give_to(agency, due, request.user):
        messages.warning(request, _("Bagian itu sudah ada pada perangkat daerah ini."))
    else:
        tell_members(share, gettext_lazy("Bagian Anda: %(name)s"), data)
        if agency != before:
            told_gone(share, before, data)
        messages.success(request, _("Bagian kini pada %(agency)s.") % {"agency": agency})


def take_back(request: HttpRequest, share: Share) -> None:
    if share.withdraw(request.user):
        told_gone(share, share.agency, reading_of(share.plan).data)
        messages.success(request, _("Bagian ditarik kembali."))


def told_gone(share: Share, agency: str, data: Data) -> None:
    """A notice to an agency that a part is no longer its own."""
    notify_all(
        members_of(share.plan, agency),
        what=Said(gettext_lazy("Bukan lagi bagian Anda: %(name)s"), name=part_name(share, data)),
        why=gettext_lazy("Yang sudah ditulis tetap ada di rencana."),
        url=share.get_absolute_url(),
    )
