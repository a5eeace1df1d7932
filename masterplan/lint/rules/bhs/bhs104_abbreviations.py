"""BHS104: abbreviations that are nowhere explained."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.language.abbreviations import abbreviations, explained
from masterplan.lint.rule import Found, rule
from masterplan.lint.texts import texts


@rule(
    "BHS104",
    severity="info",
    title=Words("Singkatan yang tidak dijelaskan", "Abbreviations nowhere explained"),
    what=Words(
        "Singkatan dari tiga huruf atau lebih yang tidak umum dan tidak dijelaskan di mana pun dalam rencana; sekali "
        "saja untuk tiap singkatan.",
        "Abbreviations of three letters and more that are not common and explained nowhere in the plan; told once each.",
    ),
    why=Words(
        "Rencana dibaca DPRD, warga, dan dinas lain. Singkatan dalam dinas menutup pintu bagi mereka.",
        "Plans are read by councils, residents and other agencies. In-house abbreviations shut the door on them.",
    ),
    example=Words(
        "Pendataan dilakukan TPKJM",
        "Data are collected by the TPKJM",
    ),
    instead=Words(
        "Pendataan dilakukan tim pelaksana kesehatan jiwa masyarakat (TPKJM)",
        "Data are collected by the community mental health team (TPKJM)",
    ),
    source="EYD edisi V dan KBBI, Badan Pengembangan dan Pembinaan Bahasa",
)
def abbreviations_unexplained(context: Context) -> Iterator[Found]:
    every = list(texts(context))
    known = {word for text in every for word in explained(text.said)} | _names(context)
    for text in every:
        if text.field == "title":
            continue
        for word in abbreviations(text.said):
            if word not in known:
                known.add(word)
                yield text.found(MESSAGE.with_(word=word))


def _names(context: Context) -> set[str]:
    """Names that the plan itself gives: agencies, and acronyms that are titles."""
    titles = [one.title for one in context.innovations] + [one.title for one in context.enablers]
    codes = [code for one in context.agencies for code in (one.code, *one.name.split())]
    return {word.strip("().,") for said in (*titles, *codes) for word in said.split()}


MESSAGE = Words(
    "“{word}” tidak dijelaskan di mana pun. Tulis kepanjangannya sekali, dengan singkatannya dalam kurung.",
    "“{word}” is explained nowhere. Write it out once, with the abbreviation in brackets.",
)
