"""What an optimisation reads of a plan: while that is the same, its answer still holds."""

from __future__ import annotations

import hashlib
import json
from typing import Any

READ = ("period", "settings", "problems", "innovations", "enablers", "agencies", "budget")
ANSWERS = frozenset({"decision", "scheduled_start"})
"""What optimising decides, and so does not depend on, unless what has begun is to stay."""


def fingerprint(document: dict[str, Any], fixed_before: int | None = None) -> str:
    """SHA-256 of what the answer depends on: applying a portfolio does not make its own proof out of date."""
    read = {name: document.get(name) for name in READ}
    if fixed_before is None:
        read["innovations"] = [
            {name: said for name, said in one.items() if name not in ANSWERS}
            for one in document.get("innovations", [])
        ]
    return hashlib.sha256(json.dumps(read, sort_keys=True, default=str).encode()).hexdigest()
