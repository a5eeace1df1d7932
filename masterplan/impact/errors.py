"""What `value` refuses to count, each in one sentence: what is wrong, where, how to mend it."""

from __future__ import annotations

from masterplan.language import Words, listing, number


class ImpactError(ValueError):
    """The plan cannot be judged as it stands. `words` says why, in both languages; str() in Indonesian."""

    def __init__(self, words: Words) -> None:
        super().__init__(words.id)
        self.words = words


class InvalidPeriod(ImpactError):
    def __init__(self, first: int, last: int) -> None:
        super().__init__(
            Words(
                "Masa rencana terbalik: period.last_year {last} mendahului first_year {first};"
                " tukar kedua tahun itu.",
                "The period is inverted: period.last_year {last} comes before first_year {first};"
                " swap the two years.",
            ).with_(first=first, last=last)
        )


class InvalidWindow(ImpactError):
    def __init__(self, innovation: str, earliest: int, latest: int) -> None:
        super().__init__(
            Words(
                "Rentang mulai {innovation} terbalik: start.latest {latest} mendahului earliest {earliest};"
                " tukar kedua tahun itu.",
                "The start window of {innovation} is inverted: start.latest {latest} comes before earliest"
                " {earliest}; swap the two years.",
            ).with_(innovation=innovation, earliest=earliest, latest=latest)
        )


class InvalidShare(ImpactError):
    def __init__(self, innovation: str, problem: str, shares: dict[str, float]) -> None:
        given = Words(*(
            listing([f"{name} {number(share, lang)}" for name, share in shares.items()], lang)
            for lang in ("id", "en")
        ))  # fmt: skip
        super().__init__(
            Words(
                "Bagian terbantu {innovation} pada addresses[{problem}].share terbalik: {given};"
                " urutkan menjadi low ≤ mode ≤ high.",
                "The share of {innovation} at addresses[{problem}].share is inverted: {given};"
                " make it low ≤ mode ≤ high.",
            ).with_(innovation=innovation, problem=problem, given=given)
        )


class AddressedTwice(ImpactError):
    def __init__(self, innovation: str, problem: str) -> None:
        super().__init__(
            Words(
                "{innovation} menyebut masalah {problem} dua kali di addresses; jadikan satu baris.",
                "{innovation} names problem {problem} twice in addresses; make it one row.",
            ).with_(innovation=innovation, problem=problem)
        )


class UnknownReference(ImpactError):
    def __init__(self, element: str, field: str, missing: str) -> None:
        super().__init__(
            Words(
                "{element} menyebut {missing} di {field}, tetapi rencana tidak memuatnya;"
                " tambahkan atau hapus sebutannya.",
                "{element} names {missing} in {field}, but the plan does not hold it;"
                " add it or remove the mention.",
            ).with_(element=element, field=field, missing=missing)
        )


class UnknownInnovation(ImpactError):
    def __init__(self, innovation: str) -> None:
        super().__init__(
            Words(
                "Tidak ada inovasi {innovation} dalam rencana; periksa nomornya.",
                "The plan has no innovation {innovation}; check its id.",
            ).with_(innovation=innovation)
        )


class TooLarge(ImpactError):
    def __init__(self) -> None:
        super().__init__(
            Words(
                "Angka dalam rencana terlalu besar untuk dijumlahkan;"
                " periksa biaya, pagu, dan warga terdampak.",
                "Numbers in the plan are too large to add up; check costs, ceilings and people affected.",
            )
        )
