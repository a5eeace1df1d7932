"""The table view with 300 innovations in a real browser: how soon it stands, how heavy it is, from key to paint.

What a key costs is the time from the event to the frame after it, as `requestAnimationFrame` and a message see it.
"""

from __future__ import annotations

import statistics
from collections.abc import Iterator
from typing import Any

from tests.bench.measure import Figure

PASTED, KEYS = 300, 60
WATCH = """() => {
    window.painted = [];
    addEventListener("keydown", (event) => {
        const begin = event.timeStamp;
        requestAnimationFrame(() => {
            const channel = new MessageChannel();
            channel.port1.onmessage = () => window.painted.push(performance.now() - begin);
            channel.port2.postMessage(0);
        });
    }, { capture: true });
}"""
STOOD = """() => {
    const [page] = performance.getEntriesByType("navigation");
    const paint = performance.getEntriesByName("first-contentful-paint")[0];
    return Math.max(paint.startTime, page.domContentLoadedEventEnd);
}"""
PASTE = """text => {
    const data = new DataTransfer();
    data.setData("text/plain", text);
    document.activeElement.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true}));
}"""


def run() -> Iterator[Figure]:
    from tests.browser import chromium
    from tests.database import with_database

    with with_database():
        from tests.site import Site

        site = Site("table_bench")
        try:
            large(site)
            with chromium() as browser:
                yield from looked_at(browser, site)
        finally:
            site.close()


def large(site: Any) -> None:
    """The plan of Latihan's region becomes one of 300 innovations."""
    from haluan.plans.models import ChangeSet, Plan
    from masterplan.document import diff
    from tests.plans import realistic_data
    from tests.walls.world import pointed_at

    with pointed_at(site.database):
        plan = Plan.objects.get(slug="kabupaten-latihan")
        before = plan.document()
        after = realistic_data(300) | {"region": before["region"]}
        ChangeSet.apply(plan=plan, changes=diff(before, after), by=None, origin="load")


def looked_at(browser: Any, site: Any) -> Iterator[Figure]:
    from tests.browser import visitor

    context, page = visitor(browser, site, "bappeda", viewport={"width": 1440, "height": 900})
    url = "/rencana/kabupaten-latihan/tulis/tabel/inovasi/"
    page.goto("/rencana/kabupaten-latihan/tulis/tabel/pagu/")  # a worker that has served the page before
    fresh, cold = visitor(browser, site, "bappeda", viewport={"width": 1440, "height": 900})
    weight = weighed(cold, url)
    rows, columns = cold.locator("tbody tr").count(), cold.locator("thead th").count()
    size = f"{rows} rows x {columns} columns"
    yield Figure(f"page, style and scripts over the wire, {size}", weight / 1000, "kB", goal=150)
    fresh.close()
    stood = []
    for _visit in range(5):
        page.goto(url)
        page.wait_for_selector("table[role=grid]")
        stood.append(page.evaluate(STOOD))
    yield Figure(f"table stands and takes keys, {size}", statistics.median(stood), goal=1000, runs=5)
    page.evaluate(WATCH)
    page.locator("tbody td").nth(12 * columns).click()
    yield pressed(
        page, "arrow key to paint", ["ArrowDown", "ArrowRight", "ArrowDown", "ArrowLeft"] * (KEYS // 4)
    )
    page.keyboard.press("Control+Home")
    page.keyboard.press("ArrowRight")
    yield pressed(page, "typed letter to paint", list("layanan datang ke desa " * 3)[:KEYS])
    page.keyboard.press("Escape")
    yield pressed(page, "selecting with Shift to paint", ["Shift+ArrowDown"] * KEYS)
    page.keyboard.press("Control+Home")
    for _step in range(3):
        page.keyboard.press("ArrowRight")
    lines = "\n".join("\t".join(f"teks {row} {column}" for column in range(3)) for row in range(PASTED))
    begin = page.evaluate("performance.now()")
    page.evaluate(PASTE, lines)
    page.locator("td.mine").first.wait_for(state="detached")
    yield Figure(f"{PASTED} rows pasted until saved", page.evaluate("performance.now()") - begin, goal=3000)
    context.close()


def weighed(page: Any, url: str) -> int:
    """Bytes that come over the wire, headers too, with nothing kept from pages before: signing in loads the style."""
    network = page.context.new_cdp_session(page)
    network.send("Network.enable")
    network.send("Network.setCacheDisabled", {"cacheDisabled": True})
    came: list[float] = []
    network.on("Network.loadingFinished", lambda event: came.append(event["encodedDataLength"]))
    page.goto(url)
    page.wait_for_selector("table[role=grid]")
    page.wait_for_load_state("networkidle")
    return round(sum(came))


def pressed(page: Any, what: str, keys: list[str]) -> Figure:
    page.evaluate("window.painted = []")
    for key in keys:
        page.keyboard.press("Space" if key == " " else key)
        page.wait_for_timeout(5)
    page.wait_for_timeout(100)
    times = page.evaluate("window.painted")
    return Figure(f"{what}, median", statistics.median(times), goal=50, runs=len(times))
