"""IND111: the targets go forth and back."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from masterplan.document.types import Innovation
from masterplan.language import Words, number
from masterplan.lint.context import Context
from masterplan.lint.measures import by_year
from masterplan.lint.rule import Found, rule


@rule(
    "IND111",
    about="innovations",
    severity="info",
    title=Words("Sasarannya maju lalu mundur", "The targets go forth and back"),
    what=Words("Sasaran yang di tengah jalan memburuk lagi.", "Targets that get worse again on the way."),
    why=Words(
        "Mungkin benar, tetapi lebih sering salah ketik atau tahun yang tertukar.",
        "It may be right, but is more often a slip or swapped years.",
    ),
    example=Words("2028: 30; 2029: 42; 2030: 25 menit", "2028: 30; 2029: 42; 2030: 25 minutes"),
    instead=Words("Periksa urutannya; bila benar, tulis sebabnya.", "Check the order; where right, say why."),
    source="Permendagri 86/2017: target kinerja per tahun",
    alone=True,
)
def targets_go_back(innovation: Innovation, context: Context) -> Iterator[Found]:
    for outcome in innovation.outcomes or ():
        figures = [figure for _, figure in by_year(outcome)]
        steps = {later > earlier for earlier, later in pairwise(figures) if later != earlier}
        if len(steps) > 1:
            message = Words("“{name}”: {figures}.", "“{name}”: {figures}.")
            said = Words(
                *(
                    "; ".join(f"{year} {number(figure, lang)}" for year, figure in by_year(outcome))
                    for lang in ("id", "en")
                )
            )
            yield Found("outcomes", message.with_(name=outcome.indicator.name, figures=said))
