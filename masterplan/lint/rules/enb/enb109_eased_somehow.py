"""ENB109: “easier for the public”, without saying what"""

from __future__ import annotations

from collections.abc import Iterator

from masterplan.document.types import Innovation
from masterplan.language import Words
from masterplan.lint.context import Context
from masterplan.lint.rule import Found, rule
from masterplan.lint.rules.enb.hearing import speaks


@rule(
    "ENB109",
    about="innovations",
    severity="warning",
    title=Words("“Memudahkan masyarakat”, tetapi bagaimana?", "“Easier for the public” – but how?"),
    what=Words(
        "Kemudahan lewat teknologi dijanjikan tanpa langkah, waktu, jarak, atau ongkos yang berkurang.",
        "Ease by technology is promised, with no step, time, distance or cost that shrinks.",
    ),
    why=Words(
        "Kata “mudah” tidak dapat diukur dan tidak dapat ditagih. Satu langkah yang hilang dapat.",
        "“Easy” can neither be measured nor held to. One step less can.",
    ),
    example=Words(
        "Aplikasi yang memudahkan masyarakat dalam mengakses informasi dan layanan publik",
        "An application that makes it easy for the public to access information and services",
    ),
    instead=Words(
        "Penumpang tahu jam datang angkot berikutnya dan tidak menunggu tanpa kepastian.",
        "Passengers know when the next minibus comes and do not wait in doubt.",
    ),
    source="Buku panduan penyusunan masterplan smart city (Gerakan Menuju 100 Smart City)",
    alone=True,
)
def eased_somehow(innovation: Innovation, context: Context) -> Iterator[Found]:
    yield from speaks("ease", innovation, MESSAGE)


MESSAGE = Words(
    "“{said}” belum mengatakan apa yang menjadi mudah. Sebutkan langkah, waktu, jarak, atau ongkos yang hilang, "
    "dan bagi siapa.",
    "“{said}” does not say what gets easy. Name the step, time, distance or cost that goes, and for whom.",
)
