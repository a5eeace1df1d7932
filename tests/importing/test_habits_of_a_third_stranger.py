"""Habits learned from a third stranger's files, each alone and in other words than the stranger's."""

from __future__ import annotations

from typing import Any

import pytest

from tests.importing.making import base_plan, document_bytes, new_document, table
from tests.importing.tables import Read, book
from tests.importing.test_habits_of_strangers import HEAD, agency, costs

FORM = (("Pelaksana", "Dinas Kesehatan"), ("Tahun", "2026-2027"), ("Biaya", "Rp 90.000.000,-"))


def chapter(title: str, *forms: Any, above: str = "5.1 Smart Living", between: str = "Kartu program") -> Read:
    """A heading with a paragraph, a line above the table and tables of labels."""
    document = new_document()
    document.add_heading(above, 2)
    document.add_heading(title, 3)
    document.add_paragraph("Warga lanjut usia diperiksa di rumahnya.")
    for form in forms:
        document.add_paragraph(between)
        table(document, form)
    document.add_heading("5.2 Penutup", 2)
    return Read(document_bytes(document))


def test_a_heading_names_the_one_table_of_labels_below_it() -> None:
    read = chapter("5.1.1 Rumah Sehat Lansia", FORM)
    assert read.new == ["Rumah Sehat Lansia"]
    assert agency(read, "Rumah Sehat Lansia") == "Dinas Kesehatan"
    assert costs(read, "Rumah Sehat Lansia") == [90_000_000]
    assert read.innovation("Rumah Sehat Lansia")["dimension"] == "living"
    assert read.innovation("Rumah Sehat Lansia")["start"] == {"earliest": 2026, "latest": 2026}


def test_a_heading_names_no_table_where_two_stand_below_it() -> None:
    assert chapter("5.1.1 Rumah Sehat Lansia", FORM, FORM).new == []


@pytest.mark.parametrize(
    "title", ["5.1.1 Kebutuhan Anggaran", "5.1.1 Rencana Aksi", "5.1.1 Kondisi Puskesmas"]
)
def test_a_heading_of_a_part_or_a_topic_names_no_table(title: str) -> None:
    assert chapter(title, FORM).new == []


def test_a_heading_outside_dimensions_and_programmes_names_no_table() -> None:
    assert chapter("5.1.1 Rumah Sehat Lansia", FORM, above="5.1 Susunan Organisasi").new == []


def test_a_table_below_a_heading_has_to_tell_who() -> None:
    unsigned = (("Dimensi", "Smart Living"), *FORM[1:])
    assert chapter("5.1.1 Rumah Sehat Lansia", unsigned).new == []
    assert chapter("5.1.1 Rumah Sehat Lansia", (*unsigned, FORM[0])).new == ["Rumah Sehat Lansia"]


def test_a_name_in_the_table_goes_before_the_heading() -> None:
    assert chapter("5.1.1 Rumah Sehat Lansia", (("Nama Inovasi", "Posyandu Keliling"), *FORM)).new == [
        "Posyandu Keliling"
    ]


@pytest.mark.parametrize("region", ["Kabupaten Rimba Raya", "Kab. Muara Tanjung Baru", "Kota Rekaan"])
def test_an_agency_with_the_name_of_its_region_is_the_agency(region: str) -> None:
    read = Read(book(HEAD, (1, "Kebun Kota", f"Dinkes {region}", 2026, 90)))
    assert agency(read, "Kebun Kota") == "Dinas Kesehatan"
    assert len(read.after["agencies"]) == len(base_plan()["agencies"])


@pytest.mark.parametrize("name", ["Diskoperindag", "Dinas Koperindag", "Disperindagkop"])
@pytest.mark.parametrize(
    "full", ["Dinas Koperasi, Perindustrian dan Perdagangan", "Dinas Perindustrian, Perdagangan dan Koperasi"]
)
def test_the_short_name_of_three_affairs_is_their_agency(name: str, full: str) -> None:
    plan = base_plan()
    plan["agencies"].append({"code": "OPD-1", "name": full})
    assert agency(Read(book(HEAD, (1, "Pasar Warga", name, 2026, 90)), plan=plan), "Pasar Warga") == full
