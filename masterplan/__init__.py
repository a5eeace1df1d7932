"""The pure core: plan documents and everything that judges them. Knows no web, no database, no user.

For a notebook: `masterplan.optimise("rencana.json")`; see docs/tutorial.ipynb.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from masterplan.api import asked, compare, optimise, read, value

__all__ = ["asked", "compare", "optimise", "read", "value"]


def __getattr__(name: str) -> Any:
    """Imported when used: `haluan --help` must not wait for the engine."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from masterplan import api

    return getattr(api, name)
