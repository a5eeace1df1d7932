"""Debian's chromium for tests that look at pages as people do."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run "
    "--disable-background-networking --disable-component-update --disable-sync"
)

WAIT = 15_000
"""Milliseconds that a page may take on a busy machine; a page that is right answers at once."""
expect.set_options(timeout=WAIT)


@contextmanager
def chromium() -> Iterator[Browser]:
    path = os.environ.get("CHROMIUM") or "/usr/bin/chromium"
    if not Path(path).exists():
        pytest.fail("chromium is missing: script/test installs it, or set CHROMIUM")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS.split())
        yield browser
        browser.close()


def visitor(browser: Browser, site: Any, person: str = "", **options: Any) -> tuple[BrowserContext, Page]:
    """A person at a browser of their own, signed in by one training click; scripts that fail, fail the test."""
    context = browser.new_context(locale="id-ID", base_url=site.url, **options)
    page = context.new_page()
    page.on("pageerror", lambda error: pytest.fail(f"script failed: {error}"))
    page.set_default_timeout(WAIT)
    if person:
        page.goto("/masuk/")
        page.locator(f'button[name="siapa"][value^="{person}@"]').click()
        page.wait_for_load_state()
    return context, page
