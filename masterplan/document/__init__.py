"""The plan document `haluan-plan/1`: its types, reading and writing, change sets."""

from masterplan.document.applying import apply, apply_to
from masterplan.document.changes import Change, ChangeSet, invert
from masterplan.document.checking import Data, element_faults, faults
from masterplan.document.conflicts import Conflict, ConflictError
from masterplan.document.diffing import diff, diff_element
from masterplan.document.faults import DocumentError, Fault
from masterplan.document.merging import merge
from masterplan.document.paths import ABSENT, Absent, PathError, get_field, parse_path, with_field
from masterplan.document.prose import merge_text
from masterplan.document.reading import check, decode, load, parse
from masterplan.document.schema import json_schema
from masterplan.document.shape import COLLECTIONS, CollectionInfo, keys_of
from masterplan.document.types import Plan
from masterplan.document.writing import canonical, digest

__all__ = [
    "ABSENT",
    "COLLECTIONS",
    "Absent",
    "Change",
    "ChangeSet",
    "CollectionInfo",
    "Conflict",
    "ConflictError",
    "Data",
    "DocumentError",
    "Fault",
    "PathError",
    "Plan",
    "apply",
    "apply_to",
    "canonical",
    "check",
    "decode",
    "diff",
    "diff_element",
    "digest",
    "element_faults",
    "faults",
    "get_field",
    "invert",
    "json_schema",
    "keys_of",
    "load",
    "merge",
    "merge_text",
    "parse",
    "parse_path",
    "with_field",
]
