"""IND101: it counts the things, not what changes for people."""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.document.types import Innovation
from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.measures import counts_things
from masterplan.lint.rule import Found, rule


@rule(
    "IND101",
    about="innovations",
    severity="warning",
    title=Words(
        "Yang diukur barangnya, bukan perubahan bagi warga",
        "It counts the things, not what changes for people",
    ),
    what=Words(
        "Ukuran keberhasilan yang menghitung barang, dokumen, atau kegiatan: terpasang, dicetak, tersusun, terlaksana.",
        "A measure that counts things, papers or events: installed, printed, drafted, held.",
    ),
    why=Words(
        "Barang dapat terpasang seluruhnya tanpa satu warga pun terlayani lebih baik.",
        "Everything can be installed without one person being served better.",
    ),
    example=Words("Jumlah CCTV terpasang: 0 → 120 unit", "Number of cameras installed: 0 → 120"),
    instead=Words(
        "Lama menunggu pertolongan kecelakaan: 38 → 15 menit",
        "Waiting time for help after an accident: 38 → 15 minutes",
    ),
    source="Permendagri 86/2017: keluaran dan hasil; Sleman, outcome 30, impact 30 dari 100; output hanya 20",
    alone=True,
)
def output_not_outcome(innovation: Innovation, context: Context) -> Iterator[Found]:
    for outcome in innovation.outcomes or ():
        name = outcome.indicator.name
        if counts_things(name):
            message = Words(
                "“{name}” menghitung barang atau kegiatan. Ukur yang berubah bagi warga sesudah barang itu ada.",
                "“{name}” counts things or events. Measure what changes for people once they are there.",
            )
            yield Found("outcomes", message.with_(name=name))
