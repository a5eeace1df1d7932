"""Two people at the same moment over one suggestion, one part, one thread, each with a connection of their own."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from haluan.plans.models import ChangeSet, Decided, Remark, Share, ShareNudge, Suggestion, Thread
from tests.plans_app.making import make_user, set_field
from tests.plans_app.test_two_at_once import together

from .making import Team

pytestmark = pytest.mark.django_db(transaction=True)


def told(work):
    """The work, with `Decided` as an answer."""

    def run():
        try:
            return work() or "done"
        except Decided as late:
            return late

    return run


def suggestion(team) -> Suggestion:
    author = make_user("mentor", team.region)
    change = set_field("title", "Daftar dari rumah", "Daftar daring")
    one = Suggestion.put(team.plan, author, {}, lambda _before: [change])
    assert one.hand_in("Lebih jelas")
    return one


@pytest.mark.parametrize("_time", range(3))
def test_of_accepting_and_declining_at_once_one_wins_and_the_other_is_told(_time):
    team = Team()
    one, yes, no = suggestion(team), team.person("coordinator"), team.person("head")
    change = one.as_data()[0]
    answers = together(
        told(lambda: Suggestion.objects.get(pk=one.pk).accept({1: change}, by=yes)),
        told(lambda: Suggestion.objects.get(pk=one.pk).decline([1], by=no, why="Belum perlu")),
    )
    late = [answer for answer in answers if isinstance(answer, Decided)]
    assert len(late) == 1 and late[0].change is not None
    row = one.changes.get()
    title = team.innovation()["title"]
    assert (row.verdict, title) in {("accepted", "Daftar daring"), ("declined", "Daftar dari rumah")}
    assert late[0].change.decided_by_name == row.decided_by_name
    assert ChangeSet.objects.filter(plan=team.plan).count() == (2 if row.verdict == "accepted" else 1)


def test_accepted_twice_at_once_it_is_in_the_plan_once():
    team = Team()
    one, change = suggestion(team), set_field("title", "Daftar dari rumah", "Daftar daring")
    people = [team.person("coordinator"), team.person("head")]
    answers = together(
        *[told(lambda by=by: Suggestion.objects.get(pk=one.pk).accept({1: change}, by=by)) for by in people]
    )
    assert sum(isinstance(answer, Decided) for answer in answers) == 1
    assert ChangeSet.objects.filter(plan=team.plan, origin="suggestion").count() == 1


def test_two_windows_of_one_draft_lose_nothing():
    team, author = Team(), make_user()
    fields = ["title", "beneficiaries", "sub_dimension", "alternative_group"]

    def put(field):
        fresh = set_field(field, None, "baru")
        return lambda: Suggestion.put(team.plan, author, {}, lambda before: [*before, fresh])

    together(*map(put, fields))
    draft = Suggestion.draft_of(team.plan, author)
    assert sorted(change["field"] for change in draft.as_data()) == sorted(fields)


def test_one_reminder_and_one_handing_in_however_many_press():
    team = Team()
    boss, member = team.person("coordinator"), team.person("DLH")
    due = timezone.localdate() + timedelta(days=1)
    share = Share.objects.create(plan=team.plan, agency="DLH", collection="problems", due=due, given_by=boss)
    each = [Share.objects.get(pk=share.pk) for _window in range(6)]
    nudged = together(*[lambda one=one: one.nudge(boss) for one in each[:3]])
    handed = together(*[lambda one=one: one.hand_in(member) for one in each[3:]])
    assert (sum(nudged), sum(handed)) == (1, 1)
    assert ShareNudge.objects.count() == 1


def test_a_thread_is_resolved_once_however_many_press():
    team = Team()
    thread = Thread.objects.create(plan=team.plan, collection="innovations", key="IN-01")
    people = [team.person(name) for name in ("coordinator", "head", "mentor")]
    together(*[lambda by=by: Thread.objects.get(pk=thread.pk).say(by, "", act="resolve") for by in people])
    assert Remark.objects.filter(act="resolve").count() == 1
