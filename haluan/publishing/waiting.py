"""What books add to *what waits for me*."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from haluan.web.waiting import Waiting, part_of_work, waits

from .models import BookAsker, BookRun
from .rules import sees_all_jobs


@waits
def books_that_ended(user: Any) -> Iterable[Waiting]:
    """Books this person asked for and has not looked at since they were done, or failed."""
    unseen = BookAsker.objects.filter(user=user, seen_at=None, run__state__in=BookRun.OVER)
    for asking in unseen.select_related("run__plan__region").order_by("-run__finished_at")[:5]:
        run = asking.run
        named = {"book": run.name, "plan": run.plan.region.short_name, "number": run.number}
        if run.state == BookRun.State.DONE:
            yield Waiting(
                what=_("Unduh %(book)s %(plan)s, versi %(number)s") % named,
                why=_("Anda memintanya; sudah selesai disusun."),
                url=run.get_absolute_url(),
                verb=_("Buka"),
            )
        else:
            yield Waiting(
                what=_("%(book)s %(plan)s, versi %(number)s, gagal disusun") % named,
                why=run.error[:200],
                url=run.get_absolute_url(),
                verb=_("Lihat sebabnya"),
            )


@part_of_work("publishing/work.html")
def books_asked_for(user: Any) -> dict[str, Any] | None:
    """The newest books a person asked for; the office comes here for everybody's."""
    asked = BookRun.objects.filter(askers=user).exclude(state=BookRun.State.CANCELLED)
    newest = list(asked.select_related("plan__region", "file").defer("file__content")[:3])
    office = sees_all_jobs(user)
    return {"runs": newest, "office": office} if newest or office else None
