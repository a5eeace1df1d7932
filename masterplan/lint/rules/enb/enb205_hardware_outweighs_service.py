"""ENB205: its devices cost far more than its service."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.document.types import Innovation
from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.rule import Found, rule
from masterplan.lint.saying import money


@rule(
    "ENB205",
    about="innovations",
    severity="info",
    title=Words(
        "Perangkatnya jauh lebih mahal daripada layanannya", "Its devices cost far more than its service"
    ),
    what=Words(
        "Inovasi yang pemungkin teknologi dan prasarananya lebih dari empat kali biaya menjalankan layanannya sendiri.",
        "An innovation whose technology and infrastructure cost more than four times the service itself.",
    ),
    why=Words(
        "Perbandingan seperti ini lazim pada pengadaan, jarang pada perbaikan layanan.",
        "Such a ratio is usual for procurement, rare for a better service.",
    ),
    example=Words(
        "Perangkat Rp9 miliar, layanan Rp300 juta selama masa rencana.",
        "Devices Rp9 billion, service Rp300 million over the plan.",
    ),
    instead=Words(
        "Tanyakan: apa yang tetap membaik bila separuh perangkatnya tidak dibeli?",
        "Ask: what would still get better if half the devices were not bought?",
    ),
    source="Menkominfo Rudiantara, National Geographic Indonesia 2018: bukan sekadar membeli server atau jaringan",
)
def hardware_outweighs_service(innovation: Innovation, context: Context) -> Iterator[Found]:
    hardware = sum(
        context.enabler_cost[one.id] / len(context.needed_by[one.id])
        for one in context.enablers_of(innovation)
        if one.kind in ("technology", "infrastructure") and not one.exists
    )
    service = context.innovation_cost[innovation.id]
    if innovation.costs is not None and hardware > 4 * service:
        message = Words(
            "Bagiannya pada perangkat {hardware}, layanannya sendiri {service} selama masa rencana.",
            "Its part of the devices is {hardware}, the service itself {service} over the plan.",
        )
        yield Found("enablers", message.with_(hardware=money(hardware), service=money(service)))
