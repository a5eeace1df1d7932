"""What sentences say of who, when and how much: the words that announce it."""

from __future__ import annotations

import re

from masterplan.language import Words

PAST = re.compile(
    r"\b(telah|sudah|lalu|sebelumnya|selama ini|realisasi|pernah|hingga saat ini|sampai saat ini)\b"
)
BY = re.compile(
    r"\b(?:oleh|(?:[Pp]enanggung jawab|[Pp]elaksana)(?:nya)?(?: kegiatan| program| inovasi)?(?: adalah| yaitu|:)?|diampu|"
    r"dipimpin|dikoordinasikan(?: oleh)?|dikelola)\s+(?:oleh\s+)?(?P<who>[A-Z].*?)"
    r"(?=\s+(?:pada|dengan|mulai|selama|dalam|di|untuk|sejak|yang|bersama|dan\s+(?!(?:Dinas|Badan|Bagian)\b)[a-z])\b|"
    r"[.;]|,\s+[a-z]|$)"
)
TOGETHER = re.compile(
    r"\b(?:bersama(?:\s+dengan)?|didukung(?:\s+oleh)?|bekerja ?sama dengan)\s+(?P<who>(?:Dinas|Badan|Bagian|[A-Z]{3,}).*?)"
    r"(?=\s+(?:pada|dengan|mulai|selama|dalam|di|untuk|sejak|yang)\b|[.;]|,\s+[a-z]|$)"
)
PLANNED = re.compile(
    r"\b(dilaksanakan|dimulai|mulai|berjalan|direncanakan|pelaksanaan|diselesaikan|dibangun|diterapkan|dikerjakan|berlangsung)\b"
)
MONEY_CUE = re.compile(r"\b(anggaran|biaya|dana|pagu|investasi|pembiayaan|sebesar|senilai)\b")
CUT = re.compile(r"\s+(?!(?:dan|serta|atas)\b)[a-z]")
"""In a sentence the name of an agency ends where small letters begin."""


def sentences(text: str) -> list[str]:
    return re.split(r"(?<=[a-z)\d][.!?])(?<!s\.d\.)(?<!\bNo\.)(?<!\bTk\.)(?<!\bs/d\.)\s+(?=[A-Z“])", text)


TOO_LITTLE = Words(
    '"{text}" kurang pasti untuk dijadikan inovasi', '"{text}" is not certain enough to be an innovation'
)
NOT_USED = Words(
    'kalimat beranggaran yang tidak dipakai: "{text}"', 'a sentence with money, not used: "{text}"'
)
DOUBTS = {
    "money": Words('"{text}": beberapa jumlah uang, tidak dipakai', '"{text}": several amounts, none used'),
    "span": Words('"{text}": beberapa tahun, tidak dipakai', '"{text}": several years, none used'),
    "agencies": Words('"{text}": beberapa pelaksana, tidak dipakai', '"{text}": several agencies, none used'),
}
