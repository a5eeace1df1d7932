"""From the end of the pause after typing to the findings beside the text: in a browser, in a plan of 300 innovations."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median
from typing import Any

from tests.bench.measure import Figure

SLUG = "tiga-ratus"
KEYSTROKES = 25
LOUD, PLAIN = "Layanan terbaik dan terdepan", "Surat selesai di kantor desa"
"""A title that is only praise, which is said beside it, and one that is not."""
WATCH = """() => {
    window.moments = {};
    const sent = window.fetch;
    window.fetch = (address, options) => {
        if (options?.method === "POST") window.moments.pause = performance.now();
        return sent(address, options).then((answer) => {
            if (options?.method === "POST") window.moments.saved = performance.now();
            return answer;
        });
    };
    const praised = () => document.querySelector("aside.judge").textContent.includes("BHS101");
    let before = praised();
    new MutationObserver(() => {
        if (praised() === before) return;
        before = praised();
        requestAnimationFrame(() => { window.moments.shown = performance.now(); });
    }).observe(document.querySelector("aside.judge"), { childList: true, subtree: true });
}"""


def run() -> Iterator[Figure]:
    from tests.database import with_database

    with with_database():
        from tests.browser import chromium, visitor
        from tests.site import Site

        site = Site("bench")
        try:
            key = large_plan(site)
            with chromium() as browser:
                context, page = visitor(browser, site, "bappeda", bypass_csp=True)
                page.goto(f"/rencana/{SLUG}/tulis/inovasi/{key}/")
                page.evaluate(WATCH)
                times = [typed(page, PLAIN if turn % 2 else LOUD) for turn in range(KEYSTROKES + 1)][1:]
                context.close()
        finally:
            site.close()
    whole, saving = (
        [one["shown"] - one["pause"] for one in times],
        [one["saved"] - one["pause"] for one in times],
    )
    yield Figure("pause after a keystroke → saved", median(saving), runs=len(times))
    yield Figure("pause after a keystroke → findings beside it", median(whole), goal=300, runs=len(times))
    yield Figure("the slowest of them", max(whole), runs=len(times))


def large_plan(site: Any) -> str:
    """A plan of 300 innovations in the site's database; the key of one in its middle."""
    from haluan.regions.models import Region
    from tests.plans import realistic_data
    from tests.plans_app.making import make_plan
    from tests.walls.world import pointed_at

    data = realistic_data(300)
    with pointed_at(site.database):
        data["region"] = {"code": "99.01", "name": "Kabupaten Latihan"}
        make_plan(data, region=Region.objects.get(code="99.01"), slug=SLUG)
    key: str = data["innovations"][150]["id"]
    return key


def typed(page: Any, text: str) -> dict[str, float]:
    """Milliseconds at which the pause ended, the save was answered and the findings had changed."""
    page.evaluate("() => { window.moments = {}; }")
    title = page.locator('[data-path="title"]')
    title.focus()
    title.evaluate("(field, text) => { field.value = text.slice(0, -1); }", text)
    page.keyboard.press("End")
    page.keyboard.type(text[-1])
    page.wait_for_function("window.moments.shown")
    found: dict[str, float] = page.evaluate("window.moments")
    return found
