"""TKL103: the council has empty seats."""

from __future__ import annotations

import re
from collections.abc import Iterator

from masterplan.language import Words, listing
from masterplan.lint.context import Context
from masterplan.lint.rule import Found, rule

HELIX = (
    (
        Words("akademisi", "academics"),
        re.compile(r"akademi|universitas|perguruan tinggi|politeknik|institut|rektor|dosen|kampus", re.I),
    ),
    (
        Words("usaha", "business"),
        re.compile(r"usaha|bisnis|kadin|koperasi|industri|perusahaan|\bpt\b|perbankan|\bbank\b|hipmi", re.I),
    ),
    (
        Words("masyarakat", "community"),
        re.compile(r"masyarakat|komunitas|warga|tokoh|forum|lsm|pkk|karang taruna|kader|disabilitas", re.I),
    ),
    (
        Words("media", "media"),
        re.compile(r"media|pers\b|wartawan|jurnalis|redaksi|radio|televisi|pwi|surat kabar", re.I),
    ),
)


@rule(
    "TKL103",
    severity="warning",
    title=Words("Kursi dewan belum lengkap", "The council has empty seats"),
    what=Words(
        "Dewan tanpa unsur akademisi, usaha, masyarakat, atau media.",
        "A council without academics, business, community or media.",
    ),
    why=Words(
        "Dewan yang hanya berisi pemerintah mendengar dirinya sendiri.",
        "A council of government alone hears itself.",
    ),
    example=Words(
        "Dewan: bupati, sekda, lima kepala dinas.", "Council: regent, secretary, five agency heads."
    ),
    instead=Words(
        "Undang kampus, pelaku usaha, kelompok warga, dan media setempat.",
        "Invite the university, business, citizens’ groups and local media.",
    ),
    source="Dewan Smart City dan Tim Pelaksana; buku panduan Gerakan Menuju 100 Smart City",
)
def helix_incomplete(context: Context) -> Iterator[Found]:
    council = [seat for seat in context.plan.governance or () if seat.body == "council"]
    said = " ".join(f"{seat.role} {seat.name or ''}" for seat in council)
    absent = [name for name, pattern in HELIX if not pattern.search(said)]
    if council and absent:
        names = Words(listing([one.id for one in absent], "id"), listing([one.en for one in absent], "en"))
        yield Found(
            "governance", Words("Belum ada unsur {names}.", "No seat for {names}.").with_(names=names)
        )
