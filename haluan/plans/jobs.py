"""Background work of plans: large files are read, and what nobody finished with is cleared away."""

from __future__ import annotations

from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from procrastinate.contrib.django import app

from haluan.accounts.notices import notify
from masterplan.importing import MappingError, OpeningError

from .models import Intake


@app.task(name="plans.read_intake")
def read_intake(intake: int, language: str) -> None:
    """Read a file that is too large to wait for. May be started twice: the second finds nothing to do."""
    from .exchange.reading import read_now

    found = Intake.objects.select_related("plan", "owner").filter(pk=intake, waiting=True).first()
    if found is None:
        return
    with translation.override(language):
        try:
            read_now(found)
        except (OpeningError, MappingError) as error:
            found.fail(error.say(language))
        except Exception:
            found.fail(_("Kesalahan ada pada kami, bukan pada berkas Anda. Coba lagi nanti."))
            tell_sender(found)
            raise
    tell_sender(found)


def tell_sender(intake: Intake) -> None:
    """Whoever left the page learns that the reading ended, well or not."""
    what = (
        gettext_lazy("Berkas Anda tidak dapat dibaca")
        if intake.trouble
        else gettext_lazy("Berkas Anda selesai dibaca")
    )
    why = intake.name or gettext_lazy("teks yang ditempelkan")
    notify(intake.owner, what=what, why=why, url=reverse("plan-import-review", args=[intake.plan.slug]))


@app.periodic(cron="25 * * * *")
@app.task(name="plans.clear_expired_intakes", queueing_lock="plans.clear_expired_intakes")
def clear_expired_intakes(timestamp: int) -> None:
    Intake.clear_expired()
