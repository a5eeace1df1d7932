from __future__ import annotations

import pytest

from haluan.programme.loading import load


@pytest.fixture
def programme(db: None) -> None:
    """The real programme, as every installation has it."""
    load()
