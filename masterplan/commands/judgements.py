"""`value` and `book`: what a plan does for the public, and the plan as a paper."""

from __future__ import annotations

import os
import signal
import sys
import threading
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

from masterplan.commands.telling import STDIN, Refusal, Teller, read_document, write_whole
from masterplan.document import load
from masterplan.impact import Impact, ImpactError
from masterplan.language import Words, number, percent, rounded, rupiah_short

FICTIONAL_PROVINCE = "99."
"""No province has this code: what is planned there is for training."""


def value_of(tell: Teller, path: str) -> int:
    """Prints the impact of what is chosen; exit 1 where rules are broken."""
    from masterplan.impact import value

    try:
        impact = value(load(read_document(path)))
    except ImpactError as error:
        raise Refusal(error.words) from None
    if tell.format == "json":
        tell.json(impact.to_data(tell.lang))
    else:
        tell.out(_summary(impact, tell.lang))
    return 1 if impact.broken else 0


def _summary(impact: Impact, lang: str) -> str:
    data = impact.to_data(lang)
    lines = [
        _VALUE.with_(
            value=rounded(data["person_years"], lang), plain=rounded(data["unweighted_person_years"], lang)
        ),
        _POTENTIAL.with_(value=rounded(data["potential"], lang)),
    ]
    shares = [
        f"{grade} {percent(share, lang)}" for grade, share in data["evidence"].items() if share >= 0.005
    ]
    if shares:
        lines.append(_EVIDENCE.with_(shares=", ".join(shares)))
    lines += [
        _SPENDING.with_(year=year, money=Words(rupiah_short(amount, "id"), rupiah_short(amount, "en")))
        for year, amount in data["spending"].items()
        if amount
    ]
    lines += [_BROKEN.with_(rule=rule) for rule in data["broken"]]
    if data["unknown"]:
        lines.append(_UNKNOWN.with_(count=number(len(data["unknown"]), lang)))
    return "".join(line.say(lang) + "\n" for line in lines)


def book(tell: Teller, options: Namespace) -> int:
    """Writes one of the books of a plan, as PDF, Word or HTML by the name of the output."""
    form = "pdf" if options.output == STDIN else Path(options.output).suffix.lower().lstrip(".")
    if form not in ("pdf", "docx", "html"):
        raise Refusal(_FORM.with_(name=options.output))
    plan = load(read_document(options.file))
    from masterplan.books import render

    known = _pictures(options.pictures) if options.pictures else {}
    training = options.training or (plan.region.code or "").startswith(FICTIONAL_PROVINCE)

    def made() -> bytes:
        return render(plan, options.book, form=form, lang=tell.lang, training=training, pictures=known)

    write_whole(options.output, _interruptible(made))
    return 0


def programme(tell: Teller, options: Namespace) -> int:
    """Writes the programme–activity–sub-activity table of a plan."""
    if options.output != STDIN and Path(options.output).suffix.lower() != ".xlsx":
        raise Refusal(_TABLE_FORM.with_(name=options.output))
    plan = load(read_document(options.file))
    from masterplan.books.programme_table import xlsx

    write_whole(options.output, xlsx(plan, lang=tell.lang))
    return 0


def _pictures(folder: str) -> dict[str, bytes]:
    from masterplan.books.pictures import PictureError, of_folder

    try:
        return of_folder(Path(folder))
    except PictureError as error:
        raise Refusal(error.words) from None
    except (OSError, ValueError) as error:
        raise Refusal(
            _NO_FOLDER.with_(folder=folder, why=getattr(error, "strerror", None) or error)
        ) from None


def _interruptible(work: Callable[[], bytes]) -> bytes:
    """Typesetting is one long call that hears no signal: beside it, an interrupt ends us at once."""
    outcome: list[bytes | BaseException] = []

    def run() -> None:
        try:
            outcome.append(work())
        except BaseException as error:
            outcome.append(error)

    worker = threading.Thread(target=run, daemon=True)
    worker.start()
    try:
        while worker.is_alive():
            worker.join(0.1)
    except KeyboardInterrupt:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        sys.stderr.flush()
        os._exit(130)
    result = outcome[0]
    if isinstance(result, BaseException):
        raise result
    return result


_VALUE = Words(
    "Manfaat: {value} orang-tahun terbantu (tanpa bobot pemerataan {plain}).",
    "Impact: {value} person-years relieved (without equity weights {plain}).",
)
_POTENTIAL = Words(
    "Potensi seluruh usulan, tanpa aturan uang: {value} orang-tahun.",
    "Potential of all proposals, without money rules: {value} person-years.",
)
_EVIDENCE = Words("Bertumpu pada bukti: {shares}.", "Resting on evidence: {shares}.")
_SPENDING = Words("Belanja {year}: {money}.", "Spending {year}: {money}.")
_BROKEN = Words("Aturan dilanggar: {rule}", "Rule broken: {rule}")
_UNKNOWN = Words(
    "{count} hal belum diketahui atau tidak dihitung (rinciannya: --format json).",
    "{count} things are not known or not counted (details: --format json).",
)
_FORM = Words(
    "{name}: bentuk keluaran tidak dikenal; akhiri namanya dengan .pdf, .docx, atau .html",
    "{name}: the form of the output is not known; end its name with .pdf, .docx or .html",
)
_TABLE_FORM = Words(
    "{name}: bentuk keluaran tidak dikenal; akhiri namanya dengan .xlsx",
    "{name}: the form of the output is not known; end its name with .xlsx",
)
_NO_FOLDER = Words(
    "{folder}: gambar tidak dapat dibaca dari sana ({why}); sebutkan folder yang berisi gambar rencana",
    "{folder}: no pictures can be read there ({why}); name the folder that holds the plan's pictures",
)
