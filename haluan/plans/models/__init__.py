"""A plan as rows, its change sets, its frozen versions. A plan changes only through `ChangeSet.apply`."""

from .changeset import ChangeSet, Credit
from .named import NamedVersion
from .picture import Picture
from .plan import Element, Plan
from .presence import Presence

__all__ = ["ChangeSet", "Credit", "Element", "NamedVersion", "Picture", "Plan", "Presence"]
