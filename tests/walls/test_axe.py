"""Every page as axe sees it: on a phone and on a desk, light and dark; and as a phone shows it."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from django.urls import reverse
from playwright.sync_api import Browser, Error, Page

from tests.site import Site
from tests.walls.addresses import addresses
from tests.walls.door import OK
from tests.walls.table import SCREENS, TABLE
from tests.walls.world import ANONYMOUS, COOKIE, DRAFT, OPEN, World, make_world, pointed_at, session_of

PHONE, DESK = {"width": 390, "height": 844}, {"width": 1440, "height": 900}
LATIHAN = "kabupaten-latihan"
OF_THE_TEAM = {"plan", "plan-change", "plan-versions", "plan-book"}
OF_THE_OFFICE = {"work", "jobs", "invitations"}
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
ALL = {
    "runOnly": TAGS,
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
    "preload": False,
}
COLOURS = {"runOnly": ["color-contrast"], "resultTypes": ["violations"], "preload": False}
WHOLE = {"width": 390, "height": 9000}
"""A phone so tall that the bar at its lower edge covers nothing."""
LOOKS = [(DESK, "light", ALL), (WHOLE, "light", COLOURS), (WHOLE, "dark", ALL), (DESK, "dark", COLOURS)]
"""Every rule at both widths, and in both themes; at the width that a theme has left only what looks otherwise there."""
SEEN = """width => {
    const looks = [...document.querySelectorAll("body, body *")].map((it) => {
        if (!it.checkVisibility({ visibilityProperty: true })) return [it, ""];
        const { color, backgroundColor, backgroundImage, opacity, fontSize, fontWeight } = getComputedStyle(it);
        const large = parseFloat(fontSize) >= (fontWeight >= 700 ? 18.66 : 24);
        return [it, [color, backgroundColor, backgroundImage, opacity, large].join()];
    });
    (window.seen ??= {})[width] = new Map(looks);
}"""
"""Notes how everything looks at this width: all that the contrast of a text rests on."""
OTHERWISE = """([width, other, options]) => {
    const include = [...window.seen[width]].filter(([it, look]) => look && look !== window.seen[other].get(it)).map(([it]) => it);
    return include.length ? axe.run({ include }, options) : { violations: [] };
}"""
MORE = {
    ANONYMOUS: [
        "/tidak-ada/", f"/rencana/{DRAFT}/", "/daerah/?q=zzzzqq", "/daerah/64.74/", "/daerah/11.01/", "/rencana/kabupaten-demak/",
        "/rencana/kabupaten-demak/anggaran/", "/rencana/kabupaten-tabalong/manfaat/", "/rencana/kota-bontang/peta-jalan/",
    ],
    "coordinator": [
        *(f"/rencana/{LATIHAN}/tulis/{place}/" for place in ("inovasi/IN-06", "inovasi/IN-16", "pemungkin", "rencana/semua")),
        *(f"/rencana/{OPEN}/tulis/{place}/" for place in ("masalah/MS-01", "dinas/DLH", "pagu", "pagu/2027", "kesiapan", "isu")),
        *(f"/rencana/{OPEN}/tulis/{place}/" for place in ("bab", "bab/BB-01", "gambar", "gambar/GB-01", "risiko", "diterima")),
        *(f"/rencana/{OPEN}/usul/tulis/{place}/" for place in ("kesiapan", "isu", "pagu", "bab", "bab/BB-01", "gambar/GB-01")),
    ],
    "office": ["/kerja/pekerjaan/?milik=semua"],
}  # fmt: skip
"""What is not there, what is refused, pages that have much or nothing to show, and forms unlike that of an innovation."""
TOKEN = "axe" * 10 + "ax"
LOOK = """() => ({
    wide: document.documentElement.scrollWidth - innerWidth,
    lang: document.documentElement.lang,
    h1: document.querySelectorAll("h1").length,
    title: document.title,
})"""


@pytest.fixture(scope="module")
def furnished(django_db_setup: None, django_db_blocker: Any) -> Iterator[tuple[Site, World, dict[str, str]]]:
    """A site with the walls' people in it, and a session for those who look."""
    site = Site(f"axe_{os.environ.get('PYTEST_XDIST_WORKER', 'alone')}")
    with django_db_blocker.unblock(), pointed_at(site.database):
        world = make_world()
        sessions = {person: session_of(world.users[person]) for person in ("coordinator", "office")}
    yield site, world, sessions
    site.close()


def pages_of(world: World, person: str) -> list[str]:
    """What a person opens: everything, for who is not signed in; for the others what that one may not, and plans.

    The office opens what the coordinator may not, and what differs for it.
    """
    found = [address_of(world, name, person) for name in TABLE if shown_to(person, name)]
    return [*found, *MORE[person]]


def shown_to(person: str, name: str) -> bool:
    door = TABLE[name].get
    if not door or door.expected(person, OPEN) != OK:
        return False
    if person == ANONYMOUS:
        return True
    if person == "coordinator":
        return door.expected(ANONYMOUS, OPEN) != OK or name in OF_THE_TEAM
    return door.expected("coordinator", OPEN) != OK or name in OF_THE_OFFICE


def address_of(world: World, name: str, person: str) -> str:
    """Pages to be read show the large plan; those to work on it the small one, whose outline is short."""
    address = addresses()[name]
    arguments = world.arguments_of(name, list(address.arguments))
    if (
        "slug" in arguments and "digest" not in arguments and person == ANONYMOUS
    ):  # a picture belongs to its plan
        arguments |= {"slug": LATIHAN} | ({"number": 61} if "number" in arguments else {})
    return reverse(name, kwargs=arguments)


def opens(page: Page, url: str) -> bool:
    """Whether a page of its own stands there: no file, no part of a page, no way on to another page."""
    try:
        answer = page.goto(url)
    except Error:
        return False  # a download
    assert answer
    kind = answer.headers.get("content-type", "")
    return not answer.request.redirected_from and kind.startswith("text/html") and "<html" in answer.text()


@pytest.mark.parametrize(
    "person",
    [
        pytest.param(ANONYMOUS, marks=pytest.mark.xdist_group("axe 1")),
        pytest.param("coordinator", marks=pytest.mark.xdist_group("axe 2")),
        pytest.param("office", marks=pytest.mark.xdist_group("axe 2")),
    ],
)
def test_axe_finds_nothing_on_any_page_and_it_fits_a_phone(
    browser: Browser, furnished: Any, person: str
) -> None:
    site, world, sessions = furnished
    context = browser.new_context(locale="id-ID", base_url=site.url, viewport=PHONE, reduced_motion="reduce")
    if person in sessions:
        context.add_cookies([{"name": COOKIE, "value": sessions[person], "url": site.url}])
    page = context.new_page()
    wrong, titles = [], defaultdict(list)
    for url in pages_of(world, person):
        page.set_viewport_size(PHONE)  # type: ignore[arg-type]
        if not opens(page, url):
            continue
        seen = page.evaluate(LOOK)
        if "?" not in url:  # a search has the title of what it searches
            titles[seen["title"]].append(url)
        wrong += [f"{url}: {fault}" for fault in [*shape(seen), *looked_at(page)]]
    wrong += [f"the title {title!r} belongs to {urls}" for title, urls in titles.items() if len(urls) > 1]
    context.close()
    assert not wrong, "\n".join(wrong)


def shape(seen: dict[str, Any]) -> list[str]:
    found = [] if seen["wide"] <= 0 else [f"{seen['wide']} px wider than a phone"]
    found += [] if seen["lang"] == "id" else [f"its language is {seen['lang']!r}"]
    return found + ([] if seen["h1"] == 1 else [f"{seen['h1']} headings of the first level"])


def looked_at(page: Page) -> list[str]:
    page.evaluate("document.querySelectorAll('details:nth-of-type(-n+3)').forEach(it => { it.open = true; })")
    page.evaluate(AXE_SCRIPT)
    for size in (DESK, WHOLE):
        page.set_viewport_size(size)  # type: ignore[arg-type]
        page.evaluate(SEEN, size["width"])
    found = []
    for size, theme, options in LOOKS:
        page.set_viewport_size(size)  # type: ignore[arg-type]
        page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
        found += [f"{theme} {size['width']} px: {said}" for said in violations(page, size, options)]
    page.emulate_media(color_scheme="light")
    return found


def violations(page: Page, size: dict[str, int], options: dict[str, Any]) -> list[str]:
    if options is ALL:
        answer = page.evaluate("options => axe.run(options)", options)
    else:
        other = (DESK if size is WHOLE else WHOLE)["width"]
        answer = page.evaluate(OTHERWISE, [size["width"], other, options])
    return [
        f"{each['id']} ({each['help']}) at {node['target']}"
        for each in answer["violations"]
        for node in each["nodes"][:3]
    ]


@pytest.mark.xdist_group("axe 1")
def test_axe_finds_nothing_on_what_only_a_post_shows(browser: Browser, furnished: Any) -> None:
    """Every address that takes a POST is sent nothing, and what brings its screens: conflicts, refusals, faults.

    After the pages, since some of what is sent takes things away.
    """
    site, world, sessions = furnished
    wrong = []
    screens = [(name, fields) for name in SCREENS for fields in SCREENS[name]]
    nothing: dict[str, str] = {}
    context = browser.new_context(
        locale="id-ID", viewport=PHONE, reduced_motion="reduce", service_workers="block"
    )
    page = context.new_page()
    for name, fields in [*screens, *((name, nothing) for name, line in TABLE.items() if line.post)]:
        door = TABLE[name].post
        person = ANONYMOUS if door and door.expected(ANONYMOUS, OPEN) == OK else "coordinator"
        url = site.url + address_of(world, name, person)
        screen = posted(page, url, fields, sessions.get(person, ""))
        if fields and not screen:
            wrong.append(f"POST {url} {fields} brings no screen of its own any more")
        if screen:
            found = [*shape(page.evaluate(LOOK)), *looked_at(page)]
            wrong += [f"POST {url} {fields}: {fault}" for fault in found]
    context.close()
    assert not wrong, "\n".join(wrong)


def posted(page: Page, url: str, fields: dict[str, str], session: str) -> bool:
    """Whether a page of its own answers a POST, then shown: no file, no part of a page, no way on to another page."""
    cookies = {"csrftoken": TOKEN} | ({COOKIE: session} if session else {})
    page.context.clear_cookies()
    page.context.add_cookies([{"name": name, "value": value, "url": url} for name, value in cookies.items()])
    form = fields | {"csrfmiddlewaretoken": TOKEN}
    from_here = {
        "Accept": "text/html",
        "Origin": url[: url.index("/", len("https://"))],
        "Sec-Fetch-Site": "same-origin",
    }
    answer = page.request.post(url, form=form, headers=from_here, max_redirects=0)  # type: ignore[arg-type]
    kind = answer.headers.get("content-type", "")
    if not kind.startswith("text/html") or 300 <= answer.status < 400 or "<html" not in answer.text():
        return False  # a part of a page has no doctype
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    policy = {"content-security-policy": answer.headers.get("content-security-policy", "")}
    shown = {"status": 200, "content_type": kind, "headers": policy, "body": answer.body()}
    page.route(url, lambda route: route.fulfill(**shown))  # type: ignore[arg-type]
    page.goto(url)
    page.unroute(url)
    return True
