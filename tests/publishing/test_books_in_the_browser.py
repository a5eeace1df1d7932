"""The books as HTML, as they are read: whole for a screen reader, on a phone, in the dark, without a network."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from masterplan.books import render
from tests.masterplan.whole_plan import PICTURES, whole_plan

pytestmark = pytest.mark.xdist_group("site")
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]}
PHONE = {"width": 390, "height": 844}
FEW = 6  # of each kind: more of the same only take longer


@pytest.mark.parametrize("number", [1, 2, 3])
def test_a_book_has_no_barrier_and_fits_a_phone(browser: Browser, tmp_path: Path, number: int) -> None:
    plan = whole_plan()
    fewer = {name: getattr(plan, name)[:FEW] for name in ("innovations", "problems", "enablers", "sources")}
    file = tmp_path / "buku.html"
    book = render(plan.model_copy(update=fewer), number, form="html", training=True, pictures=PICTURES)
    file.write_bytes(book)
    context = browser.new_context(viewport=PHONE, offline=True, bypass_csp=True)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(file.as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    told = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        faults = Axe().run(page, options=RULES).response["violations"]
        told += [f"{scheme} {fault['id']}: {fault['nodes'][0]['html'][:160]}" for fault in faults]
    context.close()
    assert told == []
