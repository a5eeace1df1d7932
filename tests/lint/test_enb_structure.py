"""Technology before the service, seen in the structure of a plan."""

from __future__ import annotations

from tests.lint.judged import enabler, found, innovation, many, message


def test_ENB201_an_enabler_is_needed_by_something() -> None:
    needed = innovation(enablers=["EN-01"])
    both = [enabler(), enabler("EN-02", title="Pusat data")]
    assert found("ENB201", enablers=both, innovations=[needed]) == [("EN-02", "id")]
    assert found("ENB201", enablers=[enabler()], innovations=[needed]) == []
    assert found("ENB201", enablers=[enabler(exists=True)], innovations=[innovation()]) == []


def test_ENB202_technology_does_not_serve_alone() -> None:
    only = [enabler(), enabler("EN-02", "data", title="Data pasien")]
    one = [innovation(enablers=["EN-01", "EN-02"])]
    assert found("ENB202", enablers=only, innovations=one) == [("IN-01", "enablers")]
    assert (
        found("ENB202", enablers=[only[0], enabler("EN-02", "people", title="Petugas")], innovations=one)
        == []
    )
    assert found("ENB202", innovations=[innovation()]) == []


def test_ENB203_technology_costs_money_every_year() -> None:
    bought = enabler(capital=2_400_000_000)
    assert found("ENB203", enablers=[bought]) == [("EN-01", "operating_per_year")]
    assert found("ENB203", enablers=[{**bought, "operating_per_year": 0}]) == [
        ("EN-01", "operating_per_year")
    ]
    assert found("ENB203", enablers=[{**bought, "operating_per_year": 300_000_000}]) == []
    assert found("ENB203", enablers=[enabler(kind="regulation", capital=90_000_000)]) == []


def test_ENB204_a_plan_is_not_mostly_hardware() -> None:
    parts = {"innovations": [innovation(costs=[{"offset": 0, "operating": 400_000_000}], enablers=["EN-01"])]}
    assert found("ENB204", enablers=[enabler(capital=600_000_000)], **parts) == [(None, "enablers")]
    assert found("ENB204", enablers=[enabler(capital=300_000_000)], **parts) == []
    assert "60 %" in message("ENB204", enablers=[enabler(capital=600_000_000)], **parts)


def test_ENB205_devices_do_not_outweigh_the_service_many_times() -> None:
    def parts(capital: int) -> dict[str, object]:
        one = innovation(costs=[{"offset": 0, "operating": 100_000_000}], enablers=["EN-01"])
        return {"innovations": [one], "enablers": [enabler(capital=capital)]}

    assert found("ENB205", **parts(500_000_000)) == [("IN-01", "enablers")]
    assert found("ENB205", **parts(300_000_000)) == []


def test_ENB206_what_exists_is_not_bought_again() -> None:
    assert found("ENB206", enablers=[enabler(exists=True, capital=1_100_000_000)]) == [("EN-01", "capital")]
    assert found("ENB206", enablers=[enabler(exists=True, operating_per_year=5_000_000)]) == []


def test_ENB207_an_enabler_is_written_once() -> None:
    twins = [enabler(title="Pelatihan petugas desa"), enabler("EN-02", title="Pelatihan bagi petugas desa")]
    assert found("ENB207", enablers=twins) == [("EN-02", "title")]
    assert found("ENB207", enablers=[twins[0], enabler("EN-02", title="Pelatihan kader desa")]) == []


def test_ENB208_nine_new_applications_are_too_many() -> None:
    new = many(enabler, 9, "EN", title="Aplikasi layanan")
    assert found("ENB208", enablers=new) == [(None, "enablers")]
    assert found("ENB208", enablers=[*new[:8], enabler("EN-99", exists=True, title="Aplikasi lama")]) == []
