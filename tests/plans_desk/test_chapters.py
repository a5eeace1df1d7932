"""The prose of the books at the desk: what is seen beside it, what is never run, who may write it."""

from __future__ import annotations

import time
from html.parser import HTMLParser
from itertools import count

import pytest

from haluan.plans.limits import LONGEST_CHAPTER
from tests.plans_app.making import SMALL, make_plan, make_region, make_user

pytestmark = pytest.mark.django_db
slugs = (f"naskah-{number}" for number in count(1))
BOOKS = SMALL | {
    "chapters": [
        {"id": "BB-01", "book": "I", "place": "opening", "title": "Latar belakang", "body": "Satu dua tiga."},
        {"id": "BB-02", "book": "II", "place": "strategy", "title": "Arah"},
        {"id": "BB-03", "book": "I", "place": "opening", "title": "Dasar"},
    ]
}


class Tags(HTMLParser):
    """What a browser would make of a page: its tags, attributes and addresses."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.addresses: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes |= {name for name, _value in attrs}
        self.addresses += [value for name, value in attrs if name in {"href", "src"}]


@pytest.fixture
def plan():
    return make_plan(BOOKS, slug=next(slugs))


@pytest.fixture
def desk(client, plan):
    def sign_in(kind="coordinator", agency=""):
        client.force_login(
            make_user(kind, make_region(), agency=agency),
            backend="allauth.account.auth_backends.AuthenticationBackend",
        )

    sign_in()
    client.sign_in, client.base = sign_in, f"/rencana/{plan.slug}/tulis/"
    client.draw = lambda body: client.post(client.base + "pratinjau/", {"body": body}).content.decode()
    return client


def test_chapters_stand_under_their_book_and_place(desk):
    said = desk.get(desk.base + "bab/").content.decode()
    places = [said.index(text) for text in ("Buku I,", "Latar belakang", "Dasar", "Buku II,", "Arah</a>")]
    assert places == sorted(places)
    assert "3 kata" in said and "belum ditulis" in said


def test_a_chapter_moves_past_the_next_of_its_place(desk, plan):
    desk.post(desk.base + "pindah/bab/BB-01/", {"to": "down", "papan": "1"})
    assert [one["id"] for one in plan.document()["chapters"]] == ["BB-02", "BB-03", "BB-01"]


def test_a_new_chapter_opens_where_it_is_to_be_written(desk, plan):
    answer = desk.post(desk.base + "tambah/bab/", {"name": "Penutup", "book": "III", "place": "closing"})
    assert answer.url == desk.base + "bab/BB-04/"
    assert plan.document()["chapters"][-1] == {
        "id": "BB-04",
        "book": "III",
        "place": "closing",
        "title": "Penutup",
    }


def test_the_page_of_the_book_is_drawn_beside_what_is_typed(desk):
    said = desk.draw(
        "# Judul\n\n**tebal** dan *miring*\n\n1. satu\n2. dua\n\n| A | B |\n| - | -: |\n| x | 1 |"
    )
    for part in (
        "<h3>Judul</h3>",
        "<strong>tebal</strong>",
        "<em>miring</em>",
        "<ol><li>satu</li>",
        "<td>x</td>",
    ):
        assert part in said
    assert '<td class="num">1</td>' in said


@pytest.mark.parametrize(
    "body",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[x](javascript:alert(1))",
        '[x](https://a.example/"onmouseover=alert(1))',
        '![](x" onerror="alert(1))',
        "| <b>a</b> |\n| - |\n| <script>1</script> |",
        "{{ plan }}{% url 'home' %}",
    ],
)
def test_nothing_that_is_typed_becomes_markup(desk, body):
    drawn = Tags(desk.draw(body))
    assert drawn.tags <= {"div", "p", "span", "table", "thead", "tbody", "tr", "th", "td", "a"}
    assert not any(name.startswith("on") for name in drawn.attributes)
    assert not any(address.startswith("javascript") for address in drawn.addresses)


def test_a_figure_that_is_not_there_is_told_with_its_line(desk):
    assert "Baris 3:" in desk.draw("Satu.\n\n![](GB-09)")


@pytest.mark.parametrize("sign", ["[", "![", "*a ", "|\n", "\\", "> ", "- "])
def test_signs_without_end_hold_nobody_up(desk, sign):
    begun = time.monotonic()
    desk.draw(sign * (LONGEST_CHAPTER // len(sign)))
    assert time.monotonic() - begun < 5


def test_a_chapter_may_be_longer_than_a_field_but_not_without_end(desk, plan):
    page = desk.base + "bab/BB-02/"
    accept = {"accept": "application/json"}
    long = "kata " * (LONGEST_CHAPTER // 5 - 1)
    assert desk.post(page, {"was:body": "", "now:body": long}, headers=accept).json()["number"] == 2
    longer = {"was:body": long, "now:body": long + "lagi " * 10}
    assert "bagi menjadi beberapa bab" in desk.post(page, longer, headers=accept).json()["errors"]["body"]


def test_two_writers_of_one_chapter_both_succeed(desk, plan):
    page, accept = desk.base + "bab/BB-01/", {"accept": "application/json"}
    desk.post(page, {"was:body": "Satu dua tiga.", "now:body": "Satu dua tiga. Empat lima."}, headers=accept)
    desk.post(page, {"was:body": "Satu dua tiga.", "now:body": "Nol dua tiga."}, headers=accept)
    assert plan.document()["chapters"][0]["body"] == "Nol dua tiga. Empat lima."


def test_members_write_chapters_and_mentors_do_not(desk):
    desk.sign_in("member", "DLH")
    typed = {"was:body": "", "now:body": "Arah kita"}
    accept = {"accept": "application/json"}
    assert desk.post(desk.base + "bab/BB-02/", typed, headers=accept).status_code == 200
    desk.sign_in("mentor")
    assert desk.post(desk.base + "bab/BB-02/", typed, headers=accept).status_code == 403
    assert desk.post(desk.base + "pratinjau/", {"body": "x"}).status_code == 403
