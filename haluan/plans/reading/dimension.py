"""One dimension: its chain as a picture, its problems, innovations and what makes them possible."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from haluan.plans.editor.chains import chain_of
from haluan.plans.labels import CHOICES
from haluan.web.templatetags.haluan import DIMENSIONS

from .innovation import enabler, technology_last
from .overview import by_weight, promise
from .plan import Reading, weight


def dimension(reading: Reading, code: str) -> dict[str, Any]:
    """Raises KeyError for what is none of the six."""
    name = str(DIMENSIONS[code])
    innovations = [one for one in reading.innovations.values() if one.dimension == code]
    problems = [one for one in reading.problems.values() if one.dimension == code]
    needed = list(dict.fromkeys(key for one in innovations for key in one.enablers or ()))
    return {
        "name": name,
        "heading": heading(reading, name, innovations, problems),
        "lead": lead(reading, innovations, problems),
        "dimension": code,
        "chain": chain_of(reading, reading.data, code, place),
        "heaviest": [row for row in by_weight(reading) if row["dimension"] == code],
        "unweighed": [reading.link(one.id) for one in problems if weight(one) is None],
        "innovations": [
            {
                **promise(reading, one),
                "decision": CHOICES[one.decision or "proposed"],
                "person_years": reading.of_innovation(one.id),
                "quick": bool(one.quick_win),
            }
            for one in innovations
        ],
        "enablers": [enabler(one) for one in technology_last(reading, needed)],
    }


def heading(reading: Reading, name: str, innovations: list[Any], problems: list[Any]) -> str:
    chosen = sum(one.decision == "chosen" for one in innovations)
    answered = sum(one in problems for one in reading.answered)
    values = {
        "name": name,
        "chosen": chosen,
        "all": len(innovations),
        "answered": answered,
        "problems": len(problems),
    }
    if chosen and problems:
        return _("%(name)s: %(answered)s dari %(problems)s masalah dijawab inovasi yang dipilih") % values
    if innovations:
        return _("%(name)s: %(chosen)s dari %(all)s inovasi dipilih") % values
    return _("%(name)s: belum ada inovasi") % values


def place(reading: Reading, collection: str, key: str) -> str:
    """Where the picture leads; an enabler stands further down on the same page."""
    return f"#{key}" if collection == "enablers" else reading.url(collection, key)


def lead(reading: Reading, innovations: list[Any], problems: list[Any]) -> str:
    if not innovations and not problems:
        return _("Rencana ini belum menulis masalah atau inovasi pada dimensi ini.")
    values = {
        "problems": len(problems), "all": len(innovations), "chosen": sum(one.decision == "chosen" for one in innovations),
        "loose": sum(not one.addresses for one in innovations),
    }  # fmt: skip
    told = _("%(problems)s masalah ditulis; %(chosen)s dari %(all)s inovasi dipilih.") % values
    return (
        told + " " + _("%(loose)s inovasi belum menyebut masalah yang dijawabnya.") % values
        if values["loose"]
        else told
    )
