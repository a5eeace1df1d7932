"""SLR106: one sub-activity carries too many innovations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from masterplan.document.types import Innovation
from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.missing import named
from masterplan.lint.rule import Found, rule


@rule(
    "SLR106",
    severity="warning",
    title=Words(
        "Satu subkegiatan dipakai terlalu banyak inovasi", "One sub-activity carries too many innovations"
    ),
    what=Words(
        "Subkegiatan anggaran yang ditulis pada inovasi dari perangkat daerah yang berbeda.",
        "A budget sub-activity written for innovations of different agencies.",
    ),
    why=Words(
        "Subkegiatan hanya dimiliki satu perangkat daerah dalam satu dokumen anggaran; yang lain tidak dapat membayarnya.",
        "A sub-activity belongs to one agency in a budget; the others cannot pay from it.",
    ),
    example=Words(
        "2.16.03.2.02.0011 pada IN-04 (Diskominfo) dan IN-09 (Dinkes)",
        "2.16.03.2.02.0011 at IN-04 (ICT) and IN-09 (health)",
    ),
    instead=Words(
        "Pakai subkegiatan milik perangkat daerah penanggung jawabnya.",
        "Use the sub-activity of the lead agency.",
    ),
    source="Kepmendagri 900.1.15.5-1317 Tahun 2023: klasifikasi dan nomenklatur",
)
def sub_activity_shared_too_much(context: Context) -> Iterator[Found]:
    users: dict[str, list[Innovation]] = defaultdict(list)
    for innovation in context.in_play:
        for line in innovation.sub_activities or ():
            users[line.code].append(innovation)
    for code, group in users.items():
        if len({one.lead_agency for one in group if one.lead_agency}) > 1:
            which = named([one.id for one in group])
            message = Words(
                "{code} dipakai {which} dari perangkat daerah yang berbeda.",
                "{code} is used by {which} of different agencies.",
            )
            yield Found(
                f"sub_activities[{code}]",
                message.with_(code=code, which=which),
                collection="innovations",
                element=group[-1].id,
            )
