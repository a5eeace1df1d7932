"""Hostile values, and where they can be put: the names a view reads and the fields of the forms on the pages."""

from __future__ import annotations

import importlib
import inspect
import re
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urlencode

from django.urls import resolve

SCRIPT = "<script>alert(1)</script>"
ATTRIBUTE = "\"'><img src=x onerror=alert(1)>"
UNESCAPED = (SCRIPT, "><img src=x onerror")
VALUES: tuple[Any, ...] = (
    "x" * 10_000, b"a\x00b", b"\xff\xfe\xfd", SCRIPT, ATTRIBUTE, "-1", "9" * 30, "1e999", "NaN", "../../../etc/passwd",
    ["1", "2", "tiga"], "[]", '{"a": [1, null]}', "٣", "\u202e\ud7ff\U0001f600",
)  # fmt: skip
IN_PATHS = ("x" * 300, "a\0b", SCRIPT, "..", "-1", "9" * 30, "\U0001f600", "a;b'\"")
READ = re.compile(r"""\b(GET|POST)(?:\.get(?:list)?\(|\[)\s*f?["']([^"'{]+)["']""")


def names_read(view: Any) -> dict[str, set[str]]:
    """The names of the query (`GET`) and of the body (`POST`) that the module of a view reads."""
    found: dict[str, set[str]] = {"GET": set(), "POST": set()}
    module = importlib.import_module(view.__module__)
    if module.__name__.startswith("haluan."):
        for method, name in READ.findall(inspect.getsource(module)):
            found[method].add(name)
    return found


def encoded(fields: dict[str, Any]) -> str:
    return urlencode(fields, doseq=True)


class Forms(HTMLParser):
    """The forms of a page by the name of the address they are sent to: field → what stands in it."""

    def __init__(self, url: str) -> None:
        super().__init__()
        self.url = url
        self.found: dict[tuple[str, str], dict[str, str]] = {}
        self.open: dict[str, str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.open = {}
            action = (attributes.get("action") or self.url).partition("?")[0]
            if action.startswith("/"):
                name = resolve(action).url_name
                self.open = self.found.setdefault((attributes.get("method", "get").upper(), name), {})
        elif self.open is not None and (name := attributes.get("name")):
            self.open.setdefault(name, attributes.get("value", ""))

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.open = None
