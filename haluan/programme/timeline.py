"""Where a region stands on the way from invited to evaluated, as far as sources prove it.

What is proven of the region itself is done. What is only known of its cohort is told, but not counted as
proven of the region; the rest is unknown and says so.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from .dates import span
from .models import Cohort, Indicator, Named, Participation, StageEvent, Story
from .stages import STAGES, Stage, Words


@dataclass(frozen=True)
class Step:
    """One stage of one region. `state` is done, now, or empty when it is not proven."""

    words: Words
    state: str
    short: str
    text: str = ""
    source: str = ""


@dataclass(frozen=True)
class Known:
    """All that is known of a region in one cohort."""

    cohort: Cohort
    named: Named | None
    took_part: Participation | None
    story: Story | None
    own: tuple[StageEvent, ...]
    of_cohort: tuple[StageEvent, ...]
    scores: tuple[Indicator, ...]


def timeline(known: Known, today: date) -> list[Step]:
    return [step(words, known, today) for words in STAGES]


def step(words: Words, known: Known, today: date) -> Step:
    own = [event for event in known.own if event.stage == words.stage]
    if own:
        return from_own_events(words, own, today)
    if words.stage == Stage.EVALUATED and known.scores:
        return from_scores(words, known.scores)
    cohort = next((event for event in known.of_cohort if event.stage == words.stage), None)
    if known.named and words.stage in (Stage.INVITED, Stage.ASSESSED, Stage.CHOSEN):
        return from_list(words, known.named, cohort)
    if words.stage == Stage.CHOSEN and known.story:
        return Step(words, "", _("tidak ada dalam daftar"), known.story.sentence, known.story.source)
    if cohort:
        text = _("Angkatannya: %(what)s Bagi daerah ini sendiri belum dibuktikan.") % {
            "what": cohort.sentence
        }
        return Step(words, "", _("belum dibuktikan"), text, cohort.source)
    return Step(words, "", _("belum diketahui"))


def from_own_events(words: Words, events: list[StageEvent], today: date) -> Step:
    under_way = any(e.starts_on and e.ends_on and e.starts_on <= today <= e.ends_on for e in events)
    dated = [span(e.starts_on, e.ends_on) for e in events if e.starts_on]
    if words.stage == Stage.WORKSHOPS and any(e.step for e in events):
        short = _("%(count)d dari 4 tercatat") % {"count": len({e.step for e in events})}
    else:
        short = dated[0] if dated else _("tercatat; tanggal belum diketahui")
    text = " ".join(
        f"{span(e.starts_on, e.ends_on)}: {e.sentence}" if e.starts_on else e.sentence for e in events
    )
    return Step(words, "now" if under_way else "done", short, text, joined(e.source for e in events))


def from_scores(words: Words, scores: Iterable[Indicator]) -> Step:
    ordered = sorted(scores, key=lambda score: score.year)
    values = ", ".join(f"{number_format(score.value, 2)} ({score.year})" for score in ordered)
    short = _("%(count)d nilai diketahui") % {"count": len(ordered)}
    text = _("Nilai sampai 4: %(values)s.") % {"values": values}
    return Step(words, "done", short, text, joined(score.source for score in ordered))


def from_list(words: Words, named: Named, cohort: StageEvent | None) -> Step:
    """A region on the list was invited and assessed: the list was drawn from those that were."""
    if words.stage == Stage.CHOSEN:
        text = cohort.sentence if cohort else ""
        short = span(cohort.starts_on, None) if cohort else ""
        return Step(words, "done", short or _("menurut daftar"), text, named.source)
    if cohort is None:
        return Step(words, "", _("belum diketahui"))
    short = span(cohort.starts_on, cohort.ends_on) or _("tanggal belum diketahui")
    return Step(words, "done", short, cohort.sentence, cohort.source)


def joined(sources: Iterable[str]) -> str:
    parts = [part.strip() for source in sources for part in source.split(";")]
    return "; ".join(dict.fromkeys(parts))
