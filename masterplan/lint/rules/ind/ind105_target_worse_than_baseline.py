"""IND105: the target is worse than the baseline."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.document.types import Innovation
from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.measures import by_year
from masterplan.lint.rule import Found, rule
from masterplan.lint.saying import count


@rule(
    "IND105",
    about="innovations",
    severity="error",
    title=Words("Sasarannya lebih buruk daripada nilai awal", "The target is worse than the baseline"),
    what=Words("Sasaran akhir yang bergerak ke arah yang salah.", "A final target that moves the wrong way."),
    why=Words(
        "Rencana ini menjanjikan keadaan yang lebih buruk; biasanya arah atau angkanya tertukar.",
        "The plan promises a worse state; usually the direction or the figures were swapped.",
    ),
    example=Words(
        "Waktu tunggu (makin rendah makin baik): 45 → 50 menit",
        "Waiting time (lower is better): 45 → 50 minutes",
    ),
    instead=Words(
        "Periksa arah yang lebih baik dan angka sasarannya.",
        "Check the better direction and the target figures.",
    ),
    source="Banyumas 2021: 30 persen lebih sedikit sampah, truknya 30 menjadi 28 sehari (Cendana News)",
    alone=True,
)
def target_worse_than_baseline(innovation: Innovation, context: Context) -> Iterator[Found]:
    for outcome in innovation.outcomes or ():
        indicator, targets = outcome.indicator, by_year(outcome)
        if indicator.baseline is None or indicator.better is None or not targets:
            continue
        year, last = targets[-1]
        gain = last - indicator.baseline if indicator.better == "higher" else indicator.baseline - last
        if gain < 0:
            message = Words(
                "“{name}”: nilai awal {base}, sasaran {year} {last}, padahal {better} yang lebih baik.",
                "“{name}”: baseline {base}, target {year} {last}, though {better} is better.",
            )
            better = (
                Words("makin tinggi", "higher")
                if indicator.better == "higher"
                else Words("makin rendah", "lower")
            )
            yield Found(
                "outcomes",
                message.with_(
                    name=indicator.name,
                    base=count(indicator.baseline),
                    year=year,
                    last=count(last),
                    better=better,
                ),
            )
