"""Indonesian sentences of the screens and their English: collect, compile, or check that none is missing.

script/strings           add new sentences to the English catalogue, drop unused ones, compile it
script/strings --check   exit 1 when a sentence has no English, or the compiled catalogue is old
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from pathlib import Path

import django
from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation import templatize

ROOT = Path("haluan")
PO = ROOT / "locale/en/LC_MESSAGES/django.po"
MO = PO.with_suffix(".mo")
KEYWORDS = {
    **dict.fromkeys(["_", "gettext", "gettext_lazy", "gettext_noop", "lazy"], None),
    **dict.fromkeys(["ngettext", "ngettext_lazy"], (1, 2)),
    **dict.fromkeys(["pgettext", "pgettext_lazy"], ((1, "c"), 2)),
    "npgettext": ((1, "c"), 2, 3),
}


def sentences() -> Iterator[tuple[str, object, str | None]]:
    """Every marked sentence: the file it stands in, the message (singular and plural where it has both), its context."""
    for path in sorted([*ROOT.rglob("*.py"), *ROOT.rglob("templates/**/*.*")]):
        text = path.read_text()
        source = io.BytesIO((text if path.suffix == ".py" else templatize(text, origin=str(path))).encode())
        for _line, message, _comments, context in extract("python", source, KEYWORDS):
            yield str(path), message, context


def collected(known: Catalog) -> Catalog:
    """A catalogue of today's sentences with the English that is already there."""
    fresh = Catalog(locale="en", project="Haluan", charset="utf-8", fuzzy=False)
    for path, message, context in sentences():
        fresh.add(message, locations=[(path, None)], context=context)
    for message in fresh:
        old = known.get(message.id, message.context) if message.id else None
        if old is not None:
            message.string = old.string
    return fresh


def missing(catalog: Catalog) -> list[str]:
    found = []
    for message in catalog:
        strings = message.string if isinstance(message.string, tuple | list) else [message.string]
        if message.id and not all(strings):
            found.append(message.id if isinstance(message.id, str) else message.id[0])
    return found


def compiled(catalog: Catalog) -> bytes:
    out = io.BytesIO()
    write_mo(out, catalog)
    return out.getvalue()


def written(catalog: Catalog) -> bytes:
    out = io.BytesIO()
    write_po(out, catalog, width=110, sort_output=True, omit_header=False, include_lineno=False)
    return out.getvalue()


def main() -> int:
    settings.configure()
    django.setup()
    PO.parent.mkdir(parents=True, exist_ok=True)
    known = read_po(PO.open("rb"), locale="en") if PO.exists() else Catalog(locale="en")
    fresh = collected(known)
    fresh.creation_date = fresh.revision_date = known.creation_date
    fresh.header_comment = (
        "# English of the screens. `script/strings` adds what is new; write the msgstr by hand."
    )
    if "--check" in sys.argv:
        lacking = missing(fresh)
        for sentence in lacking[:40]:
            print(f"belum ada bahasa Inggrisnya: {sentence}")
        old = not MO.exists() or MO.read_bytes() != compiled(fresh)
        if old and not lacking:
            print("django.mo sudah usang: jalankan script/strings")
        return 1 if lacking or old else 0
    PO.write_bytes(written(fresh))
    MO.write_bytes(compiled(fresh))
    print(f"{len(fresh)} kalimat, {len(missing(fresh))} belum ada bahasa Inggrisnya")
    return 0


if __name__ == "__main__":
    sys.exit(main())
