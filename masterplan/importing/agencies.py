"""Which agency of the plan a name means: abbreviations and old names known, typing mistakes forgiven.

Never guessed: `Dinas Perikanan` is not `Dinas Perizinan`, and a name that two agencies could bear is nobody's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from masterplan.importing.names import plain, unnumbered

_ALIASES = {
    "diskominfo|kominfo|dinas kominfo|diskominfotik|diskominfosp|diskominfo sp": "dinas komunikasi dan informatika",
    "disdik|dispendik|diknas|dinas diknas": "dinas pendidikan",
    "disdikbud|dinas dikbud|dikbud": "dinas pendidikan dan kebudayaan",
    "dinkes|dinas kes": "dinas kesehatan",
    "dinsos": "dinas sosial",
    "dishub": "dinas perhubungan",
    "dlh|dinas lh": "dinas lingkungan hidup",
    "bappeda|bapeda": "badan perencanaan pembangunan daerah",
    "bappelitbang|bappelitbangda|bapelitbang": "badan perencanaan pembangunan penelitian dan pengembangan daerah",
    "pupr|dpupr|dinas pupr|dinas pu|dinas pupr kab": "dinas pekerjaan umum dan penataan ruang",
    "disnaker|disnakertrans": "dinas tenaga kerja",
    "disdukcapil|dukcapil|dispendukcapil|dinas dukcapil|capil": "dinas kependudukan dan pencatatan sipil",
    "dispar": "dinas pariwisata",
    "disparbud|dinas parbud": "dinas pariwisata dan kebudayaan",
    "disbudpar|dinas budpar": "dinas kebudayaan dan pariwisata",
    "disparpora": "dinas pariwisata pemuda dan olahraga",
    "dispora": "dinas pemuda dan olahraga",
    "dpmptsp|dpm ptsp|ptsp|dinas pm ptsp|dinas pmptsp|bppt|bpmptsp":
        "dinas penanaman modal dan pelayanan terpadu satu pintu",
    "dpmd|dinas pmd|pmd|bpmd|dispermades|dinpermasdes": "dinas pemberdayaan masyarakat dan desa",
    "bpbd": "badan penanggulangan bencana daerah",
    "bkpsdm|bkpp": "badan kepegawaian dan pengembangan sumber daya manusia",
    "bkd": "badan kepegawaian daerah",
    "bpkad|bpkd": "badan pengelolaan keuangan dan aset daerah",
    "bapenda|dispenda": "badan pendapatan daerah",
    "bppd": "badan pengelolaan pajak daerah",
    "satpol pp|satpolpp": "satuan polisi pamong praja",
    "damkar": "dinas pemadam kebakaran",
    "setda|sekda|sekretariat daerah kabupaten": "sekretariat daerah",
    "setwan": "sekretariat dewan perwakilan rakyat daerah",
    "rsud": "rumah sakit umum daerah",
    "kesbangpol|bakesbangpol": "badan kesatuan bangsa dan politik",
    "dispertan|distan|dinas tani": "dinas pertanian",
    "dkp|diskanlut|dinas kp": "dinas kelautan dan perikanan",
    "dkpp|dinas kp pangan": "dinas ketahanan pangan dan pertanian",
    "disperindag|dinas perindag": "dinas perindustrian dan perdagangan",
    "koperindag|diskoperindag|disperindagkop|perindagkop": "dinas koperasi perindustrian dan perdagangan",
    "disdag": "dinas perdagangan",
    "diskopukm|diskop ukm|dinkop ukm|dinas kop ukm|dinkopumkm": "dinas koperasi usaha kecil dan menengah",
    "dinas koperasi dan ukm|dinas koperasi ukm|dinas koperasi dan umkm": "dinas koperasi usaha kecil dan menengah",
    "dispusip|dispersip|disarpus|dinarpus": "dinas perpustakaan dan kearsipan",
    "dpkp|dperkim|disperkim|perkim|dinas perkim": "dinas perumahan dan kawasan permukiman",
    "dp3a": "dinas pemberdayaan perempuan dan perlindungan anak",
    "dppkb|dpppkb": "dinas pengendalian penduduk dan keluarga berencana",
    "dp3ap2kb": "dinas pemberdayaan perempuan perlindungan anak pengendalian penduduk dan keluarga berencana",
    "itda": "inspektorat",
    "inspektorat daerah": "inspektorat",
    "dprd": "dewan perwakilan rakyat daerah",
}  # fmt: skip
_CANON = {alias: full for aliases, full in _ALIASES.items() for alias in aliases.split("|")}
_WORDS = {word for full in _CANON.values() for word in full.split()} | {
    "perikanan", "perizinan", "pertanahan", "perkebunan", "peternakan", "kehutanan", "kearsipan", "kelautan",
}  # fmt: skip
_HEADS = {
    "dinas", "badan", "bagian", "sekretariat", "kantor", "inspektorat", "kecamatan", "satuan", "satpol", "rumah", "rsud",
    "perumda", "pdam",
}  # fmt: skip
_PARTIES = {
    "kepolisian", "polres", "polsek", "polri", "kodim", "koramil", "tni", "kejaksaan", "pengadilan", "pkk", "universitas",
    "perguruan", "kampus", "akademisi", "politeknik", "swasta", "masyarakat", "warga", "media", "lsm", "komunitas",
    "asosiasi", "kadin", "kemenag", "kementerian", "bank", "pt", "cv", "karang", "telkom", "pln", "desa", "kelurahan",
    "pemdes", "pemerintah", "puskesmas", "sekolah", "forum", "bumdes", "bumd", "bumn", "bpjs", "bps", "bpn", "pmi",
    "baznas", "ormas", "tokoh", "pelaku", "umkm", "koperasi", "balai", "upt", "uptd",
}  # fmt: skip
"""Words that others than agencies of the region begin with."""
_AFFAIRS = {"koperasi", "umkm", "ukm"}
_FOLK = {"desa", "masyarakat", "warga", "kelurahan"}
"""Words of both: parties of their own, and parts of the names of agencies."""
_OTHERS = {
    "BUMD", "BUMN", "BUMDES", "BPJS", "BPS", "BPN", "BRI", "BNI", "BTN", "BNN", "BMKG", "BKKBN", "BPOM", "DPD", "DPR",
}  # fmt: skip
"""Abbreviations that look like an agency of a region and are none."""
_BEFORE_COLON = re.compile(r"^[A-Za-z ]{2,24}:\s*")
_GOES_ON = re.compile(r".*(?:,|&|\bdan)\s*\n.*|.*\n\s*(?:dan\b|&|[a-z]).*")
_DROPPED = re.compile(
    r"\b(?:pemerintah\s+)?(?:(?:kab|kabupaten|kota)\b\.?(?:\s+(?!(?:dan|dinas|badan)\b)\w+){0,3}|(?:provinsi|prov)\b\.?(?:\s+\w+)?)"
    r"(?:\s*\(.*)?$"
)
_STOP = {"dan", "serta", "the", "atas"}
_ANYBODY = re.compile(
    r"\b(opd|skpd|perangkat daerah|instansi|dinas|pihak|stakeholders?|unit kerja)s?\s+"
    r"(terkait|teknis|lainnya|lain)\b|^(semua|seluruh)\b|^(terkait|lintas|masyarakat|swasta|akademisi|media)\b"
)
_STRONG = re.compile(
    r"\n|(?<=[a-z]{4})(?<!\bprov)\.\s+(?=[A-Z])|;|\||•|(?<=[a-z)])\s*/\s*(?=[A-Z])|(?:^|\s)\d{1,2}[.)]\s+"
)
_WEAK = re.compile(
    r",\s*(?:dan\s+)?|\s+(?:dan|&|serta|bersama(?:\s+dengan)?|dengan|\+)\s+|\s+[-–]\s+|\s*/\s*|\s*&\s*"
)


@dataclass(frozen=True, slots=True)
class Named:
    """An agency a text names: the code it has in the plan, or None for one the plan does not know."""

    text: str
    code: str | None


class Agencies:
    """The agencies of a plan, found by what people call them.

    `remembered` are answers given before; `explained` are abbreviations that the file itself explains.
    """

    def __init__(
        self,
        known: Iterable[tuple[str, str]],
        remembered: dict[str, str] | None = None,
        explained: dict[str, str] | None = None,
    ) -> None:
        self._words = {code: _expanded(name) for code, name in known}
        self._names = {code: frozenset(words) for code, words in self._words.items()}
        self._explained = explained or {}
        self._remembered = {plain(text): code for text, code in (remembered or {}).items()}
        self._codes = {plain(code): code for code in self._names}
        self._cache: dict[str, list[str]] = {}

    def code(self, text: str) -> str | None:
        """The code of the one agency this name means."""
        found = self._found(text)
        return found[0] if len(found) == 1 else None

    def _found(self, text: str) -> list[str]:
        """The agencies this name may mean."""
        words = plain(text)
        if words not in self._cache:
            self._cache[words] = self._find(self._explained.get(words, text), words)
        return self._cache[words]

    def split(self, text: str, *, sure: bool = True) -> tuple[list[Named], list[str]]:
        """The agencies a cell names, in order, and what in it is none.

        `sure` is a column or a label for agencies: there a short name without *Dinas* is one too.
        """
        found: list[Named] = []
        rest: list[str] = []
        for piece in _STRONG.split(self._unbroken(text)):
            for name in self._pieces(piece.strip(" .,:-–")):
                short = self._bare(name)
                code, bare = self.code(short), self._explained.get(plain(short), short)
                doubtful = not code and len(self._found(short)) > 1
                if not code and (not bare or doubtful or not self._looks_like_one(bare, sure)):
                    rest += [bare] if bare else []
                elif all(
                    plain(bare) != plain(other.text) and (not code or code != other.code) for other in found
                ):
                    found.append(Named(bare, code))
        return found, rest

    def _bare(self, name: str) -> str:
        """Without number, label and bracket: `2. PJ: Dinas Kesehatan (koordinator)`."""
        bare = _BEFORE_COLON.sub("", unnumbered(name)).strip(" .,:-–")
        return bare if self._is_known(bare) else re.sub(r"\s*\([^()]*\)", "", bare).strip(" .,:-–") or bare

    def _unbroken(self, text: str) -> str:
        """A name that a narrow column broke over two lines is one name."""
        lines: list[str] = []
        for line in text.splitlines():
            goes_on = (
                bool(lines) and not self.code(lines[-1]) and bool(_GOES_ON.match(f"{lines[-1]}\n{line}"))
            )
            lines = [*lines[:-1], f"{lines[-1]} {line}"] if goes_on else [*lines, line]
        return "\n".join(lines)

    def _pieces(self, text: str) -> list[str]:
        """Split at commas and *dan* only where an agency begins on both sides: names hold both themselves."""
        if not text or self._is_known(text) or _is_usual(text):
            return [text] if text else []
        for cut in _WEAK.finditer(text):
            left, right = text[: cut.start()], text[cut.end() :]
            if self._begins(right) and self._begins(left) and not self._goes_on(left, cut[0], right):
                return [*self._pieces(left), *self._pieces(right)]
        return [text]

    def _begins(self, text: str) -> bool:
        words = plain(unnumbered(text))
        first = words.split(" ")[0] if words else ""
        if not first:
            return False
        if first in _HEADS or first in _CANON or first in self._codes or first in _PARTIES:
            return True
        if _ANYBODY.search(words):
            return True
        piece = re.split(r"[,;/&]| dan ", text)[0]
        name = frozenset(_expanded(piece))
        return plain(piece) in {*self._explained, *self._remembered} or name in self._names.values()

    def _goes_on(self, left: str, between: str, right: str) -> bool:
        """`Dinas Perdagangan, Koperasi dan UKM`: what follows may be a party, but names hold such words too."""
        first, word = plain(unnumbered(left)).split()[0], plain(right).split()[0]
        if first not in _HEADS or not re.search(r",|&|\bdan\b", between):
            return False
        if word in _AFFAIRS:
            return True
        return word in _FOLK and not (self._is_known(left) or _is_usual(left))

    def _is_known(self, text: str) -> bool:
        return plain(text) in self._explained or self.code(text) is not None

    def _looks_like_one(self, text: str, sure: bool) -> bool:
        words = plain(text)
        if _ANYBODY.search(words) or len(words) > 120 or not re.search("[a-z]", words):
            return False
        first = words.split()[0]
        if first in _PARTIES:
            return False
        if first in _HEADS or words in _CANON:
            return len(words.split()) > 1 or words in _CANON or first in ("inspektorat", "rsud")
        return (
            sure and text not in _OTHERS and bool(re.fullmatch(r"[DB][A-Z0-9]{2,11}(?:\s[A-Z]{2,4})?", text))
        )

    def _find(self, text: str, words: str) -> list[str]:
        if words in self._remembered:
            return [self._remembered[words]]
        if not words:
            return []
        if words in self._codes and words not in self._explained:
            return [self._codes[words]]
        spelled = _expanded(text)
        name = frozenset(spelled)
        tests: tuple[Callable[[str], bool], ...] = (
            lambda code: self._words[code] == spelled,
            lambda code: self._names[code] == name,
            lambda code: _shortened(spelled, self._words[code]) or _shortened(self._words[code], spelled),
            lambda code: _within(name, self._names[code]),
            lambda code: _nearly(name, self._names[code]),
        )
        return next((found for test in tests if (found := [code for code in self._names if test(code)])), [])

    def new_code(self, text: str, taken: set[str]) -> str:
        """A code for an agency the plan does not know: its abbreviation, unlike all that are taken."""
        words = [word for word in plain(text).split() if word not in _STOP]
        code = words[0] if len(words) == 1 else "".join(word if word in _CANON else word[0] for word in words)
        code = re.sub(r"[^A-Z0-9-]", "", code.upper())[:20]
        code = code if len(code) >= 2 else f"PD{code}"
        number, unique = 2, code
        while unique in taken:
            unique, number = f"{code}-{number}", number + 1
        return unique


def _is_usual(text: str) -> bool:
    """Whether a text is in full what most regions call an agency."""
    return plain(text).split(" ")[0] in _HEADS and frozenset(_expanded(text)) in _USUAL


def is_agency_name(text: str) -> bool:
    """Whether a text as a whole is the name of an agency, whatever plan it stands in."""
    words = plain(unnumbered(text))
    parts = words.split()
    return words in _CANON or (
        1 < len(parts) <= 14 and parts[0] in ("dinas", "badan", "bagian", "sekretariat")
    )


def is_no_title(text: str) -> bool:
    """Whether a text is an agency and so never the name of an innovation."""
    words = plain(text)
    return words in _CANON or words.startswith("dinas ")


def _expanded(name: str) -> tuple[str, ...]:
    """The words of a name, abbreviations written out, in their order: it tells apart what two agencies share."""
    words = plain(_DROPPED.sub("", unnumbered(name).lower()))
    words = _CANON.get(words, words)
    expanded = [part for word in words.split() for part in _CANON.get(word, word).split()]
    if expanded[:2] == ["dinas", "dinas"]:
        expanded = expanded[1:]
    return tuple(word for word in expanded if word not in _STOP)


_USUAL = {frozenset(_expanded(full)) for full in _CANON.values()}


def _shortened(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """`… Pengendalian Penduduk dan KB`: the same words in their order, some of them told by their first letters.

    A word of its own besides the kind of agency must be the same: `Dinas PK` may be anything.
    """
    return bool(set(short) & set(full) - _HEADS) and _initials(short, full)


def _initials(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    if not short or not full:
        return short == full
    if short[0] == full[0]:
        return _initials(short[1:], full[1:])
    count = len(short[0])
    told = 2 <= count <= len(full) and short[0] == "".join(word[0] for word in full[:count])
    return told and _initials(short[1:], full[count:])


def _within(name: frozenset[str], known: frozenset[str]) -> bool:
    """`Dinas Pariwisata` is what the plan calls `Dinas Pariwisata dan Kebudayaan`."""
    return len(name) >= 2 and bool(name & known - _HEADS) and name < known


def _nearly(name: frozenset[str], known: frozenset[str]) -> bool:
    """The same words but for a typing mistake in them; a word that exists by itself is no mistake."""
    ours, theirs = sorted(name - known), sorted(known - name)
    if not ours or len(ours) != len(theirs) or not name & known:
        return False
    return all(any(_mistyped(word, other) for other in theirs) for word in ours)


def _mistyped(word: str, meant: str) -> bool:
    if word in _WORDS or min(len(word), len(meant)) < 5:
        return False
    return OSA.distance(word, meant) <= (2 if len(meant) >= 9 else 1)
