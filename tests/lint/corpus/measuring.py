"""Counting on the labelled corpus: what ENB1xx says of each item, and how sure the shares are."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from masterplan.document import load
from masterplan.lint import lint
from tests.lint.corpus import Item


@dataclass
class Count:
    """How many items were told right and wrong."""

    hit: int = 0  # ahead, and told
    false: int = 0  # not ahead, yet told
    missed: int = 0  # ahead, not told
    quiet: int = 0  # not ahead, not told
    by_rule: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0]))  # right, wrong

    @property
    def precision(self) -> tuple[int, int]:
        return self.hit, self.hit + self.false

    @property
    def recall(self) -> tuple[int, int]:
        return self.hit, self.hit + self.missed


def counted(items: Sequence[Item]) -> Count:
    """All items of one plan, judged by ENB1xx through the same door as `haluan lint --select ENB1`."""
    keys = [f"IN-{number}" for number in range(1, len(items) + 1)]
    data = {
        "format": "haluan-plan/1",
        "region": {"code": "99.01", "name": "Kabupaten Latihan"},
        "title": "Rencana",
        "period": {"first_year": 2026, "last_year": 2030},
        "innovations": [item.innovation(key) for key, item in zip(keys, items, strict=True)],
        "enablers": [
            one for key, item in zip(keys, items, strict=True) for one in item.enabler_elements(key)
        ],
    }
    told: dict[str, set[str]] = defaultdict(set)
    for finding in lint(load(data), select=["ENB1"]).findings:
        told[finding.element or ""].add(finding.code)
    count = Count()
    for key, item in zip(keys, items, strict=True):
        spoken = bool(told[key])
        count.hit += item.ahead and spoken
        count.false += not item.ahead and spoken
        count.missed += item.ahead and not spoken
        count.quiet += not item.ahead and not spoken
        for code in told[key]:
            count.by_rule[code][0 if item.ahead else 1] += 1
    return count


def wilson(part: int, whole: int) -> tuple[float, float]:
    """The 95 % confidence interval of a share after Wilson (1927), in percent."""
    if not whole:
        return 0.0, 100.0
    z, share = 1.96, part / whole
    middle = share + z * z / (2 * whole)
    reach = z * math.sqrt(share * (1 - share) / whole + z * z / (4 * whole * whole))
    scale = 1 + z * z / whole
    return 100 * max(0.0, (middle - reach) / scale), 100 * min(1.0, (middle + reach) / scale)
