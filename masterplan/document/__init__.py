"""The plan document `haluan-plan/1`: its types, reading and writing, change sets."""

from masterplan.document.checking import Data, element_faults, faults
from masterplan.document.faults import DocumentError, Fault
from masterplan.document.paths import ABSENT, Absent, PathError, get_field, parse_path, with_field
from masterplan.document.reading import check, decode, load, parse
from masterplan.document.schema import json_schema
from masterplan.document.shape import COLLECTIONS, CollectionInfo, keys_of
from masterplan.document.types import Plan
from masterplan.document.writing import canonical, digest

__all__ = [
    "ABSENT",
    "COLLECTIONS",
    "Absent",
    "CollectionInfo",
    "Data",
    "DocumentError",
    "Fault",
    "PathError",
    "Plan",
    "canonical",
    "check",
    "decode",
    "digest",
    "element_faults",
    "faults",
    "get_field",
    "json_schema",
    "keys_of",
    "load",
    "parse",
    "parse_path",
    "with_field",
]
