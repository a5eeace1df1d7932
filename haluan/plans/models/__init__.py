"""A plan as rows, its change sets, its frozen versions, and how people write it together.

A plan changes only through `ChangeSet.apply`.
"""

from .changeset import ChangeSet, Credit
from .intake import Intake, KeptMapping
from .named import NamedVersion
from .picture import Picture
from .plan import Element, Plan
from .presence import Presence
from .share import Share, ShareNudge
from .suggestion import Decided, SuggestedChange, Suggestion
from .thread import Remark, Thread

__all__ = [
    "ChangeSet",
    "Credit",
    "Decided",
    "Element",
    "Intake",
    "KeptMapping",
    "NamedVersion",
    "Picture",
    "Plan",
    "Presence",
    "Remark",
    "Share",
    "ShareNudge",
    "SuggestedChange",
    "Suggestion",
    "Thread",
]
