"""ENB114: the government's own housekeeping put on a machine"""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.document.types import Innovation
from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.rule import Found, rule
from masterplan.lint.rules.enb.hearing import speaks


@rule(
    "ENB114",
    about="innovations",
    severity="warning",
    title=Words("Urusan dalam kantor, warga tidak terlihat", "Office housekeeping, no resident in sight"),
    what=Words(
        "Teknologi bagi pegawai, perencanaan, rapat, atau perangkat daerah sendiri, tanpa akibat yang sampai kepada warga.",
        "Technology for civil servants, planning, meetings or agencies themselves, with no effect that reaches residents.",
    ),
    why=Words(
        "Merapikan kantor boleh, tetapi inovasi gerakan ini diukur dari yang dirasakan publik. Rantai dari meja "
        "pegawai sampai ke warga harus terbaca.",
        "Tidying the office is fine, but innovations here are measured by what the public feels. The chain from the "
        "desk to the resident must be readable.",
    ),
    example=Words(
        "Absensi ASN menggunakan face recognition", "Attendance of civil servants by face recognition"
    ),
    instead=Words(
        "Kehadiran guru disahkan tanggal 25 sehingga honornya masuk tanggal lima; dulu menunggu empat bulan.",
        "Teachers' attendance is confirmed on the 25th so that they are paid on the fifth; they used to wait four months.",
    ),
    source="Aptika: keberhasilan rencana adalah quick win yang dirasakan langsung oleh publik",
    alone=True,
)
def inward_only(innovation: Innovation, context: Context) -> Iterator[Found]:
    yield from speaks("inward", innovation, MESSAGE)


MESSAGE = Words(
    "“{said}” mengurus kantor sendiri. Siapa di luar kantor yang lalu dilayani lebih cepat, lebih dekat, atau "
    "lebih pasti? Tulis itu, atau pindahkan ke pemungkin.",
    "“{said}” looks after the office itself. Who outside is then served sooner, nearer or more surely? Write "
    "that, or move it to the enablers.",
)
