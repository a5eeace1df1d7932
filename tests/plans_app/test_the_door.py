"""What a person who saves a change sees: it is kept, merged, asked about, or refused with a sentence."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.db import ProgrammingError, transaction

from haluan.plans.models import ChangeSet, Element, Plan
from masterplan.document import ConflictError, DocumentError, apply, canonical, diff

from .making import SMALL, added, make_plan, make_region, make_user, set_field

pytestmark = pytest.mark.django_db


def test_a_document_comes_back_as_it_went_in():
    plan = make_plan()
    assert canonical(plan.document()) == canonical(SMALL)
    assert list(plan.document()["innovations"][0]) == [
        "id",
        "title",
        "service_change",
        "addresses",
        "lead_agency",
        "costs",
    ]
    assert plan.version == 1


def test_a_saved_field_is_in_the_plan_and_in_its_history():
    plan, author = make_plan(), make_user("coordinator", make_region())
    done = ChangeSet.apply(
        plan=plan,
        changes=[set_field("title", "Daftar dari rumah", "Daftar lewat ponsel")],
        by=author,
        reason="Lebih jelas",
    )
    assert plan.document()["innovations"][0]["title"] == "Daftar lewat ponsel"
    assert (done.number, plan.version, done.author_name, done.reason) == (2, 2, author.name, "Lebih jelas")
    assert done.changes == [set_field("title", "Daftar dari rumah", "Daftar lewat ponsel")]


def test_a_member_signs_with_the_agency():
    plan, author = make_plan(), make_user("member", make_region(), agency="DINKES")
    done = ChangeSet.apply(plan=plan, changes=[set_field("quick_win", None, True)], by=author)
    assert done.agency == "DINKES"


def test_two_people_on_different_fields_both_succeed():
    plan = make_plan()
    ChangeSet.apply(plan=plan, changes=[set_field("title", "Daftar dari rumah", "Daftar daring")], by=None)
    ChangeSet.apply(plan=plan, changes=[set_field("costs[0].capital", 1250000000, 1500000000)], by=None)
    innovation = plan.document()["innovations"][0]
    assert (innovation["title"], innovation["costs"][0]["capital"]) == ("Daftar daring", 1500000000)


def test_the_same_field_asks_with_base_theirs_and_mine_and_nothing_is_applied():
    plan = make_plan()
    ChangeSet.apply(plan=plan, changes=[set_field("quick_win", None, True)], by=None)
    mine = [set_field("title", "Daftar dari rumah", "Judul saya"), set_field("quick_win", None, False)]
    with pytest.raises(ConflictError) as refused:
        ChangeSet.apply(plan=plan, changes=mine, by=None)
    (conflict,) = refused.value.conflicts
    assert (conflict.path, bool(conflict.base), conflict.theirs, conflict.yours) == (
        "innovations[IN-01].quick_win",
        False,
        True,
        False,
    )
    assert plan.document()["innovations"][0]["title"] == "Daftar dari rumah"
    assert Plan.objects.get(pk=plan.pk).version == 2


def test_prose_of_two_people_is_merged_by_words_and_can_be_undone():
    plan = make_plan()
    base = "Warga mendaftar dari rumah dan datang pada jamnya."
    ChangeSet.apply(
        plan=plan, changes=[set_field("service_change", base, base.replace("Warga", "Keluarga"))], by=None
    )
    mine = ChangeSet.apply(
        plan=plan,
        changes=[set_field("service_change", base, base.replace("jamnya.", "jam pilihannya."))],
        by=None,
    )
    both = "Keluarga mendaftar dari rumah dan datang pada jam pilihannya."
    assert plan.document()["innovations"][0]["service_change"] == both
    mine.revert(by=None)
    assert plan.document_at(4)["innovations"][0]["service_change"] == base.replace("Warga", "Keluarga")


def test_words_in_the_same_place_ask():
    plan = make_plan()
    base = "Warga mendaftar dari rumah dan datang pada jamnya."
    ChangeSet.apply(
        plan=plan, changes=[set_field("service_change", base, base.replace("Warga", "Keluarga"))], by=None
    )
    with pytest.raises(ConflictError):
        ChangeSet.apply(
            plan=plan, changes=[set_field("service_change", base, base.replace("Warga", "Semua"))], by=None
        )


def test_a_save_sent_twice_is_applied_once_and_answers_the_same():
    plan, sending = make_plan(), uuid4()
    change = [set_field("title", "Daftar dari rumah", "Daftar daring")]
    first = ChangeSet.apply(plan=plan, changes=change, by=None, client_id=sending)
    again = ChangeSet.apply(plan=plan, changes=change, by=None, client_id=sending)
    assert first.pk == again.pk and plan.version == 2


def test_a_sending_cannot_be_used_by_somebody_else():
    plan, sending = make_plan(), uuid4()
    change = [set_field("title", "Daftar dari rumah", "Daftar daring")]
    ChangeSet.apply(plan=plan, changes=change, by=make_user(), client_id=sending)
    with pytest.raises(DocumentError, match="sudah dipakai"):
        ChangeSet.apply(plan=plan, changes=change, by=make_user(), client_id=sending)


def test_what_changes_nothing_makes_no_version():
    plan = make_plan()
    done = ChangeSet.apply(plan=plan, changes=[set_field("title", "entah apa", "Daftar dari rumah")], by=None)
    assert (done.pk, done.number, done.changes) == (None, 1, [])


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (set_field("title", "Daftar dari rumah", 7), "title"),
        (set_field("title", "Daftar dari rumah", None), r"innovations\[IN-01\].title: wajib"),
        (set_field("title", "Daftar dari rumah", "a\0b"), "NUL"),
        (set_field("judul", None, "x"), "judul"),
        (set_field("id", "IN-01", "IN-09"), "tanda pengenal"),
        (set_field("dimension", None, "kesehatan"), "kesehatan"),
        (set_field("period.first_year", 2026, 1800, None, None), "1800"),
        (added("innovations", "IN-09"), r"innovations\[IN-09\].title: wajib"),
        (added("sources", "9" * 300, title="x"), "200 huruf"),
        ({"op": "lompat"}, "op"),
    ],
)  # fmt: skip
def test_a_wrong_value_is_refused_with_a_sentence_and_nothing_is_kept(change, sentence):
    plan = make_plan()
    with pytest.raises(DocumentError, match=sentence):
        ChangeSet.apply(plan=plan, changes=[set_field("quick_win", None, True), change], by=None)
    assert canonical(plan.document()) == canonical(SMALL)


def test_a_reference_to_nothing_is_refused():
    plan = make_plan()
    with pytest.raises(ConflictError, match="MS-99"):
        ChangeSet.apply(
            plan=plan, changes=[set_field("addresses[MS-99]", None, {"problem": "MS-99"})], by=None
        )
    with pytest.raises(ConflictError, match="MS-01"):
        gone = {"op": "remove", "collection": "problems", "element": "MS-01", "value": SMALL["problems"][0]}
        ChangeSet.apply(plan=plan, changes=[gone], by=None)
    assert canonical(plan.document()) == canonical(SMALL)


def test_a_field_within_a_reference_to_nothing_is_refused():
    plan = make_plan()
    with pytest.raises(ConflictError, match="MS-99"):
        ChangeSet.apply(plan=plan, changes=[set_field("addresses[MS-99].share.mode", None, 0.2)], by=None)
    ChangeSet.apply(plan=plan, changes=[set_field("addresses[MS-02].share.mode", None, 0.2)], by=None)
    ChangeSet.apply(plan=plan, changes=[set_field("addresses[MS-01].share.mode", 0.3, 0.4)], by=None)
    reliefs = plan.document()["innovations"][0]["addresses"]
    assert [(one["problem"], one["share"]["mode"]) for one in reliefs] == [("MS-01", 0.4), ("MS-02", 0.2)]


def test_a_circle_of_requirements_is_refused():
    plan = make_plan()
    ChangeSet.apply(plan=plan, changes=[set_field("requires", None, ["IN-02"])], by=None)
    with pytest.raises(ConflictError, match="IN-0"):
        ChangeSet.apply(plan=plan, changes=[set_field("requires", None, ["IN-01"], "IN-02")], by=None)


def test_elements_come_go_and_move():
    plan = make_plan()
    second = SMALL["innovations"][1]
    gone = {
        "op": "remove",
        "collection": "innovations",
        "element": "IN-02",
        "after": "IN-01",
        "value": second,
    }
    ChangeSet.apply(plan=plan, by=None, changes=[
        added("innovations", "IN-10", "IN-01", title="Baru"),
        gone,
        {"op": "move", "collection": "innovations", "element": "IN-03", "was_after": "IN-02"},
    ])  # fmt: skip
    assert [one["id"] for one in plan.document()["innovations"]] == ["IN-03", "IN-01", "IN-10"]
    plan.changesets.get(number=2).revert(by=None)
    assert canonical(plan.document()) == canonical(SMALL)


def test_an_empty_collection_and_an_absent_one_are_both_kept():
    plan = make_plan()
    assert plan.document()["enablers"] == [] and "sources" not in plan.document()
    ChangeSet.apply(plan=plan, by=None, changes=[
        {"op": "set", "field": "enablers", "was": []}, {"op": "set", "field": "sources", "now": []},
    ])  # fmt: skip
    assert "enablers" not in plan.document() and plan.document()["sources"] == []


def test_two_ceilings_of_one_year_are_told_apart():
    plan = make_plan()
    ChangeSet.apply(plan=plan, changes=[set_field("amount", 1000000000, 2, "2026#2", "budget")], by=None)
    assert [ceiling["amount"] for ceiling in plan.document()["budget"]] == [5000000000, 2, 10]


@pytest.mark.parametrize("amount", [1e23, 1.5e29, 1e16, 2.0, 0.1, 10**30, 1e-7])
def test_a_number_keeps_its_value_and_kind(amount):
    plan = make_plan()
    ChangeSet.apply(plan=plan, changes=[set_field("operating_per_year", None, amount)], by=None)
    kept = plan.document()["innovations"][0]["operating_per_year"]
    assert kept == amount and type(kept) is type(amount)
    ChangeSet.apply(plan=plan, changes=[set_field("operating_per_year", amount, 3)], by=None)
    assert plan.document_at(2)["innovations"][0]["operating_per_year"] == amount


def test_history_cannot_be_rewritten():
    plan = make_plan()
    version = plan.name_version("Draf", by=None, by_name="Uji")
    for record in (plan.changesets.get(), version):
        for harm in (
            record.delete,
            record.save,
            lambda r=record: type(r).objects.filter(pk=r.pk).update(at=None),
        ):
            with pytest.raises(ProgrammingError), transaction.atomic():
                harm()


def test_saving_one_field_reads_and_writes_little(django_assert_max_num_queries):
    plan, author = make_plan(), make_user("coordinator", make_region())
    with django_assert_max_num_queries(10):
        ChangeSet.apply(plan=plan, changes=[set_field("quick_win", None, True)], by=author, client_id=uuid4())


def test_the_document_is_one_query(django_assert_num_queries):
    plan = make_plan()
    with django_assert_num_queries(1):
        plan.document()


def test_nobody_else_writes_elements():
    from pathlib import Path

    import haluan

    writes = (
        "Element.objects.create",
        "Element.objects.bulk",
        "elements.create",
        "elements.update",
        "elements.all().delete",
        "plans_element",
    )
    allowed = {
        "haluan/plans/door.py",
        "haluan/plans/library/finding.py",
    }  # the second searches, and only reads
    root = Path(haluan.__file__).parent.parent
    found = {
        str(path.relative_to(root))
        for path in (root / "haluan").rglob("*.py")
        if "migrations" not in path.parts and any(word in path.read_text() for word in writes)
    }
    assert found <= allowed
    assert Element._meta.db_table == "plans_element"


def test_recorded_changes_apply_in_memory_too():
    plan = make_plan()
    before = plan.document()
    ChangeSet.apply(plan=plan, changes=[set_field("title", "Daftar dari rumah", "B")], by=None)
    assert apply(before, diff(before, plan.document())) == plan.document()
