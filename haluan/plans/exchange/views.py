"""Out as a workbook; in by four steps: send a file, say what its columns are, look at every proposal, apply."""

from __future__ import annotations

import re
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from haluan.plans.models import ChangeSet, Intake, Plan
from haluan.plans.reading.kept import Kept
from haluan.plans.rules import may_write, may_write_all
from haluan.plans.views.acts import conflict_page
from haluan.plans.views.asking import asked_text
from haluan.plans.views.shared import readable, show, writable
from haluan.plans.words import lang, summary
from haluan.web.templatetags.haluan import DIMENSIONS
from haluan.web.uploads import at_most
from masterplan.document import ConflictError, DocumentError
from masterplan.importing import MappingError, OpeningError

from .mapping import DATED, KIND_NAMES, LEVEL_NAMES, MONEY, ROLE_NAMES, UNITS, posted_mapping, sheets_of
from .naming import keep_names, names_of, posted_names, with_names
from .proposals import Group, Proposal, Proposals, decisions
from .reading import keep_mapping, read_again, receive

A_PAGE = 20
MOST_LEFT = 200
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
QUOTED = re.compile(r'"([^"]{1,300})"')

_workbooks: Kept[bytes] = Kept(4)


@require_safe
def workbook(request: HttpRequest, slug: str) -> HttpResponse:
    """The plan as a workbook that people edit and send back."""
    from masterplan.sheets import write

    plan = readable(request, slug)
    key = plan.pk, plan.version, lang()
    made = _workbooks.get(key)
    if made is None:
        made = write(plan.document(), lang=lang())
        _workbooks.put(key, made)
    mark = "-latihan" if plan.fictional else ""
    response = HttpResponse(made, content_type=XLSX)
    response["Content-Disposition"] = f'attachment; filename="{slug}-{plan.version}{mark}.xlsx"'
    return response


@at_most(settings.UPLOAD_LIMIT)
@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def start(request: HttpRequest, slug: str) -> HttpResponse:
    """Step 1: a file or pasted text. After the last step: what was applied, and how to take it back."""
    plan = writable(request, slug)
    if request.method == "POST":
        return received(request, plan)
    number = request.GET.get("selesai", "")
    own = plan.changesets.filter(author=request.user, origin=ChangeSet.Origin.IMPORT)
    done = (
        own.filter(number=int(number)).first()
        if number.isascii() and number.isdigit() and len(number) < 8
        else None
    )
    return upload_page(request, plan, done=done, summary=summary(done.changes) if done else "")


def upload_page(request: HttpRequest, plan: Plan, status: int = 200, **context: Any) -> HttpResponse:
    limit = settings.UPLOAD_LIMIT // 1_000_000
    shared = {"intake": Intake.of(plan, request.user), "limit": limit, "may_write": True}
    return show(request, "exchange/start.html", plan, status=status, **shared, **context)


def received(request: HttpRequest, plan: Plan) -> HttpResponse:
    file, text = request.FILES.get("berkas"), request.POST.get("teks", "")
    if file is None and not text.strip():
        return upload_page(
            request, plan, 422, error=_("Pilih satu berkas, atau tempelkan teksnya."), text=text
        )
    if file is not None and file.size > settings.UPLOAD_LIMIT:
        limit = settings.UPLOAD_LIMIT // 1_000_000
        error = _(
            "Berkas ini lebih dari %(limit)s MB. Hapus gambar di dalamnya atau bagi dua, lalu unggah lagi."
        )
        return upload_page(request, plan, 422, error=error % {"limit": limit}, text=text)
    raw = file.read() if file is not None else text.encode("utf-8", "replace")
    name = (file.name or "").replace("\0", "")[:120] if file is not None else ""
    try:
        intake = receive(plan, request.user, raw, name)
    except OpeningError as error:
        return upload_page(request, plan, 422, error=refusal(name, error.say(lang())), text=text)
    return redirect(next_step(intake))


def refusal(name: str, why: str) -> str:
    """The sentence of a refusal, with the name of the file before it."""
    return f"{name or _('Teks')}: {why}."


def next_step(intake: Intake) -> str:
    unmapped = intake.kind == Intake.Kind.FOREIGN and intake.mapping is None and not intake.waiting
    return reverse("plan-import-columns" if unmapped else "plan-import-review", args=[intake.plan.slug])


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def columns(request: HttpRequest, slug: str) -> HttpResponse:
    """Step 2: what each sheet and column of a foreign file is."""
    plan = writable(request, slug)
    intake = Intake.of(plan, request.user)
    if intake is None or intake.guessed is None:
        return redirect("plan-import" if intake is None else "plan-import-review", slug)
    error = ""
    told = intake.guessed if intake.mapping is None else {**intake.guessed, "mapping": intake.mapping}
    if request.method == "POST":
        mapping = posted_mapping(request.POST, told)
        try:
            read_again(intake, mapping)
        except (MappingError, OpeningError) as refused:
            error = refused.say(lang())
        else:
            keep_mapping(plan, request.user, intake.guessed["shape"], mapping)
            return redirect("plan-import-review", slug)
    return show(
        request, "exchange/columns.html", plan, status=422 if error else 200, may_write=True,
        intake=intake, sheets=sheets_of(told), remarks=told["remarks"], kept=told["kept"], kind=told["kind"], error=error,
        kinds=KIND_NAMES.items(), roles=ROLE_NAMES.items(), levels=LEVEL_NAMES.items(), units=UNITS.items(),
        dimensions=DIMENSIONS.items(), money=MONEY, dated=DATED, prose=told["mapping"]["prose"],
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def review(request: HttpRequest, slug: str) -> HttpResponse:
    """Step 3: every proposal beside its source, taken or left; step 4: all that is taken as one change set."""
    plan = writable(request, slug)
    intake = Intake.of(plan, request.user)
    if intake is None:
        return redirect("plan-import", slug)
    if intake.waiting or intake.trouble:
        return show(request, "exchange/waiting.html", plan, intake=intake, may_write=True)
    if intake.understood is None:
        return redirect("plan-import-columns", slug)
    if intake.version != plan.version:
        try:
            read_again(intake)
        except (MappingError, OpeningError) as error:
            intake.fail(error.say(lang()))
        if intake.waiting or intake.trouble:
            return redirect("plan-import-review", slug)
        if request.method == "POST":
            messages.warning(
                request,
                _(
                    "Rencana baru saja diubah orang lain; usulan di bawah ini sudah disesuaikan. Periksa lagi sebelum menerapkan."
                ),
            )
            return redirect("plan-import-review", slug)
    proposals = Proposals(intake, plan, request.user)
    if request.method == "POST":
        return decided(request, plan, intake, proposals)
    return review_page(request, plan, intake, proposals)


def review_page(
    request: HttpRequest,
    plan: Plan,
    intake: Intake,
    proposals: Proposals,
    status: int = 200,
    faults: Any = (),
) -> HttpResponse:
    asked = asked_text(request, "bagian")
    group = next((each for each in proposals.groups if each.slug == asked), None) or next(
        iter(proposals.groups), None
    )
    page = Paginator(group.proposals if group else [], A_PAGE).get_page(request.GET.get("halaman"))
    shown = [told(proposals, proposal) for proposal in page.object_list]
    here = urlencode({"bagian": group.slug, "halaman": str(page.number)}) if group else ""
    alike = {proposal.name for proposal in proposals.all if proposals.near(proposal)}
    left = [(line, name) for line in proposals.left[:MOST_LEFT] if (name := named_in(line)) not in alike]
    return show(
        request, "exchange/review.html", plan, status=status,
        intake=intake, proposals=proposals, group=group, page=page, shown=shown, left=left, faults=faults,
        query=urlencode({"bagian": group.slug}) if group else "", here=here, next=after(proposals, group, page, here),
        names=names_of(intake, proposals), agencies=sorted(proposals.known_agencies.items(), key=lambda each: each[1].lower()),
        may_write=True, titles={}, may_add=may_write(request.user, plan, "innovations"),
    )  # fmt: skip


def after(proposals: Proposals, group: Group | None, page: Any, here: str) -> str:
    """The query of the page that is looked at next; of this one again after the last."""
    if group is None or page.has_next():
        return urlencode({"bagian": group.slug, "halaman": page.next_page_number()}) if group else ""
    following = proposals.groups[proposals.groups.index(group) + 1 :]
    return urlencode({"bagian": following[0].slug}) if following else here


def told(proposals: Proposals, proposal: Proposal) -> dict[str, Any]:
    return {
        "proposal": proposal,
        "fields": proposals.fields_of(proposal),
        "near": proposals.near(proposal),
        "carried": proposals.carried(proposal),
        "mine": {mark for mark, choice in proposals.intake.choices.items() if choice == "saya"},
    }


def named_in(line: str) -> str:
    """The words quoted in a remark, to begin an element by hand with; nothing for a single word or a code."""
    found = QUOTED.search(line)
    words = max(found[1].split(" | "), key=len).strip() if found else ""
    return words if " " in words else ""


def decided(request: HttpRequest, plan: Plan, intake: Intake, proposals: Proposals) -> HttpResponse:
    """Remember what was chosen on this page; then on to the next, or apply."""
    act = request.POST.get("do", "")
    marks = request.POST.getlist("di")[:A_PAGE]
    shown = [proposals.by_mark[mark] for mark in marks if mark in proposals.by_mark]
    intake.choose(decisions(request.POST, shown, proposals, act == "semua"))
    if act == "terapkan":
        return applied(request, plan, intake)
    query = request.POST.get("kembali", "") if act == "semua" else request.POST.get("berikut", "")
    return redirect(reverse("plan-import-review", args=[plan.slug]) + on_this_page(query))


def on_this_page(query: str) -> str:
    """The query of another page of the review; nothing else."""
    return f"?{query}" if re.fullmatch(r"bagian=[a-z-]{1,40}(&halaman=[0-9]{1,4})?", query) else ""


def applied(request: HttpRequest, plan: Plan, intake: Intake) -> HttpResponse:
    """One change set of everything taken. The file is gone with it: a second click finds nothing to do."""
    proposals = Proposals(intake, plan, request.user)
    wanted = proposals.wanted()
    if not wanted:
        return review_page(
            request,
            plan,
            intake,
            proposals,
            422,
            [_("Belum ada yang diambil. Pilih dahulu yang hendak dimasukkan ke rencana.")],
        )
    answer = may_write_all(request.user, plan, [change.to_data() for change in wanted])
    if not answer:
        return review_page(request, plan, intake, proposals, 403, [answer.reason])
    try:
        with transaction.atomic():
            if not Intake.objects.select_for_update().filter(pk=intake.pk).exists():
                return redirect("plan-import", plan.slug)
            reason = _("Diimpor dari %(name)s") % {"name": intake.name or _("teks yang ditempelkan")}
            done = ChangeSet.apply(
                plan=plan, changes=[change.to_data() for change in wanted], by=request.user,
                reason=reason, origin=ChangeSet.Origin.IMPORT,
            )  # fmt: skip
            intake.delete()
    except ConflictError as error:
        if any(conflict.fault for conflict in error.conflicts):
            return review_page(
                request, plan, intake, proposals, 409, [c.say(lang()) for c in error.conflicts[:20]]
            )
        return conflict_page(request, plan, wanted, error, reason=reason, origin="import")
    except DocumentError as error:
        return review_page(
            request, plan, intake, proposals, 422, [fault.located(lang()) for fault in error.faults[:20]]
        )
    return redirect(f"{reverse('plan-import', args=[plan.slug])}?{urlencode({'selesai': done.number})}")


@require_POST
@login_required
def names(request: HttpRequest, slug: str) -> HttpResponse:
    """Beside step 3: which agency of the plan a name in the file means. The file is read again with that."""
    plan = writable(request, slug)
    intake = Intake.of(plan, request.user)
    if intake is None or intake.mapping is None or intake.understood is None:
        return redirect("plan-import", slug)
    proposals = Proposals(intake, plan, request.user)
    said = posted_names(request.POST, names_of(intake, proposals), proposals.known_agencies)
    try:
        read_again(intake, with_names(intake.mapping, said))
    except (MappingError, OpeningError) as error:
        intake.fail(error.say(lang()))
    else:
        keep_names(plan, request.user, said)
        messages.success(request, _("Nama-nama itu diingat, dan berkas dibaca lagi."))
    query = on_this_page(request.POST.get("kembali", ""))
    return redirect(reverse("plan-import-review", args=[slug]) + query)


@require_safe
@login_required
def state(request: HttpRequest, slug: str) -> HttpResponse:
    """How far the reading of a large file is; the page looks here every second."""
    plan = writable(request, slug)
    return show(request, "exchange/_job.html", plan, intake=Intake.of(plan, request.user))


@require_POST
@login_required
def discard(request: HttpRequest, slug: str) -> HttpResponse:
    """Put away what was sent in; the plan stays as it is."""
    plan = writable(request, slug)
    Intake.objects.filter(plan=plan, owner=request.user).delete()
    messages.success(request, _("Berkas dibuang. Rencana tidak berubah."))
    return redirect("plan-import", slug)
