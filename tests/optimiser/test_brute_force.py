"""On tiny plans the optimiser finds what trying every choice finds, and its bound is never too low."""

from __future__ import annotations

import pytest

from masterplan.document.types import Plan
from masterplan.impact.optimiser.optimise import optimise
from masterplan.impact.optimiser.solving import Progress
from tests.masterplan import impact_plainly as plainly
from tests.optimiser.tiny_plans import every_choice, judged, tiny

BATCHES, SIZE = 10, 120
CLOSE = 1e-6


@pytest.mark.parametrize("batch", range(BATCHES))
def test_it_finds_the_best_of_all_choices(batch: int) -> None:
    for seed in range(batch * SIZE, (batch + 1) * SIZE):
        data = tiny(seed)
        choices = every_choice(data)
        heard: list[Progress] = []
        found = optimise(Plan.model_validate(data), gap=1e-7, told=heard.append)
        if not choices:
            assert found.status == "infeasible", seed
            assert found.conflict, seed
            continue
        best = max(value for value, _ in choices)
        assert found.status == "optimal", (seed, found)
        assert found.value == pytest.approx(best, rel=CLOSE, abs=CLOSE), seed
        assert not judged(data, found.portfolio), seed
        assert plainly.person_years(data, found.portfolio) == pytest.approx(found.value, rel=1e-9, abs=1e-9)
        for progress in heard:
            assert progress.bound >= best * (1 - CLOSE) - CLOSE, seed
            assert progress.value is None or progress.value <= best * (1 + CLOSE) + CLOSE, seed
