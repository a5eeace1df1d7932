"""What a plan does for the public: its value in person-years, its money, its rules, its evidence.

The formula is in docs/impact.md; the unit is the person-year relieved (*orang-tahun terbantu*).
"""

from masterplan.impact.errors import ImpactError, InvalidPeriod
from masterplan.impact.explain import Explanation, Line, explain
from masterplan.impact.places import Spread, by_district, by_group
from masterplan.impact.result import Estimate, Impact
from masterplan.impact.rules import Broken
from masterplan.impact.unknown import Remark
from masterplan.impact.value import potential, value

__all__ = [
    "Broken",
    "Estimate",
    "Explanation",
    "Impact",
    "ImpactError",
    "InvalidPeriod",
    "Line",
    "Remark",
    "Spread",
    "by_district",
    "by_group",
    "explain",
    "potential",
    "value",
]
