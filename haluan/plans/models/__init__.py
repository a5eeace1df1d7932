"""A plan as rows, its change sets, its frozen versions. A plan changes only through `ChangeSet.apply`."""

from .changeset import ChangeSet, Credit
from .intake import Intake, KeptMapping
from .named import NamedVersion
from .picture import Picture
from .plan import Element, Plan
from .presence import Presence

__all__ = [
    "ChangeSet",
    "Credit",
    "Element",
    "Intake",
    "KeptMapping",
    "NamedVersion",
    "Picture",
    "Plan",
    "Presence",
]
