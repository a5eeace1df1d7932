"""Habits learned from a stranger's files, each alone and in other words than the stranger's."""

from __future__ import annotations

from typing import Any

import pytest

from tests.importing.making import base_plan, document_bytes, new_document, table
from tests.importing.tables import Read, book

HEAD = ("No", "Nama Inovasi", "Perangkat Daerah", "Tahun", "Anggaran (Rp juta)")


def costs(read: Read, title: str) -> list[int]:
    return [cost["capital"] for cost in read.innovation(title).get("costs", [])]


def agency(read: Read, title: str) -> str | None:
    names = {agency["code"]: agency["name"] for agency in read.after["agencies"]}
    return names.get(read.innovation(title).get("lead_agency", ""))


# Abbreviations -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "note",
    ["DKP = Dinas Ketahanan Pangan", "Singkatan: DKP: Dinas Ketahanan Pangan; KIA: Kesehatan Ibu dan Anak",
     "Disiapkan oleh Dinas Ketahanan Pangan (DKP)."],
)  # fmt: skip
def test_a_file_explains_its_own_abbreviations(note: str) -> None:
    read = Read(book(HEAD, (1, "Dapur Sehat", "DKP", 2026, 90), (2, "Kebun Kota", "DLH", 2026, 90), (note,)))
    assert agency(read, "Dapur Sehat") == "Dinas Ketahanan Pangan"
    assert agency(read, "Kebun Kota") == "Dinas Lingkungan Hidup"


def test_what_a_file_explains_goes_before_the_codes_of_the_plan() -> None:
    rows = (HEAD, (1, "Kanal Warga", "Diskominfo", 2026, 90), (2, "Kebun Kota", "DLH", 2026, 90))
    read = Read(book(*rows, ("Diskominfo = Dinas Komunikasi, Informatika dan Persandian",)))
    assert agency(read, "Kanal Warga") == "Dinas Komunikasi, Informatika dan Persandian"


def test_a_name_that_two_agencies_bear_is_asked_and_no_third_is_added() -> None:
    plan = base_plan()
    plan["agencies"].append({"code": "OPD-1", "name": "Dinas Pariwisata dan Ekonomi Kreatif"})
    raw = book(HEAD, (1, "Pekan Sungai", "Dispar", 2026, 90), (2, "Kebun Kota", "DLH", 2026, 90))
    read = Read(raw, plan=plan)
    assert agency(read, "Pekan Sungai") is None
    assert len(read.after["agencies"]) == len(plan["agencies"])
    assert '"Dispar" bukan nama perangkat daerah yang pasti' in read.left


def test_the_order_of_words_tells_two_agencies_apart() -> None:
    plan = base_plan()
    plan["agencies"].append({"code": "OPD-1", "name": "Dinas Kebudayaan dan Pariwisata"})
    read = Read(book(HEAD, (1, "Pekan Sungai", "Disbudpar", 2026, 90)), plan=plan)
    assert agency(read, "Pekan Sungai") == "Dinas Kebudayaan dan Pariwisata"


@pytest.mark.parametrize(
    "name",
    ["Dinas Pemberdayaan Masyarakat dan Desa", "Dinas Perumahan Rakyat dan Kawasan Permukiman",
     "Dinas Perdagangan, Koperasi dan UKM", "Dinas Kesehatan, Pengendalian Penduduk dan Keluarga Berencana"],
)  # fmt: skip
def test_a_long_name_is_not_cut_where_a_part_of_it_is_another_name(name: str) -> None:
    plan = base_plan()
    plan["agencies"] = [
        {"code": "OPD-1", "name": "Dinas Perumahan dan Kawasan Permukiman"},
        {"code": "OPD-2", "name": "Dinas Kesehatan"},
    ]
    plan["innovations"] = []
    raw = book(
        HEAD, (1, "Pekan Sungai", name, 2026, 90), (2, "Kebun Kota", "Dinas Kesehatan dan Desa", 2026, 90)
    )
    read = Read(raw, plan=plan)
    assert agency(read, "Pekan Sungai") == name
    assert agency(read, "Kebun Kota") == "Dinas Kesehatan"


def test_a_label_is_no_abbreviation() -> None:
    raw = "Penanggung jawab: Dinas Kesehatan\nNama inovasi: Pos Siaga\nPelaksana: Dinas Perhubungan\nTahun: 2026\n"
    assert agency(Read(raw.encode()), "Pos Siaga") in ("Dinas Kesehatan", "Dinas Perhubungan")


# Years and money ---------------------------------------------------------------------------------


def test_terms_explained_in_the_file_are_years() -> None:
    raw = (
        "Pelaksanaan dibagi: jangka pendek (2025), jangka menengah (2026-2028).\n"
        "Nama inovasi: Pos Siaga\nPelaksana: Dinkes\nWaktu: Jangka menengah\nBiaya: Rp 90 juta\n"
    )
    assert Read(raw.encode()).innovation("Pos Siaga")["start"] == {"earliest": 2026, "latest": 2026}


def test_a_term_explained_in_two_ways_is_none() -> None:
    raw = (
        "Waktunya jangka pendek (2025). Menurut bab lain: jangka pendek (2026).\n"
        "Nama inovasi: Pos Siaga\nPelaksana: Dinkes\nWaktu: Jangka pendek\nBiaya: Rp 90 juta\n"
    )
    assert "start" not in Read(raw.encode()).innovation("Pos Siaga")


@pytest.mark.parametrize(
    ("time", "cost", "expected"),
    [
        ("2025-2027", "Rp 90 juta per tahun", [90, 90, 90]),
        ("Mulai 2026", "Rp 90 juta/tahun selama 2 (dua) tahun", [90, 90]),
        ("Mulai 2026", "Rp 90 juta setiap tahun s.d. tahun 2028", [90, 90, 90]),
        ("Mulai 2026", "Rp 90 juta per tahun", []),
        ("2025-2027", "Rp 90 juta per tahun selama 2 tahun", []),
        ("2025-2027", "Rp 90 juta", [90]),
    ],
)
def test_an_amount_for_every_year_stands_in_each_where_its_end_is_certain(
    time: str, cost: str, expected: list[int]
) -> None:
    raw = f"Nama inovasi: Pos Siaga\nPelaksana: Dinkes\nTahun: {time}\nAnggaran: {cost}\n"
    read = Read(raw.encode())
    assert [amount // 10**6 for amount in costs(read, "Pos Siaga")] == expected
    assert expected or "tidak pasti; tidak dipakai" in read.left


def test_a_column_of_yearly_costs_goes_with_ticks_below_short_years() -> None:
    raw = book(
        ("no", "program unggulan", "OPD", "tahun pelaksanaan", None, None, "biaya per tahun (Rp juta)"),
        (None, None, None, "'25", "'26", "'27", None),
        (1, "Pos Siaga", "Dinkes", None, "v", "v", 40),
        (2, "Kebun Kota", "DLH", "v", None, None, 15),
        merged=("A1:A2", "B1:B2", "C1:C2", "D1:F1", "G1:G2"),
    )
    read = Read(raw)
    assert costs(read, "Pos Siaga") == [40_000_000, 40_000_000]
    assert read.innovation("Pos Siaga")["start"]["earliest"] == 2026
    assert costs(read, "Kebun Kota") == [15_000_000]


def test_what_the_first_year_costs_is_not_the_whole() -> None:
    raw = "Nama inovasi: Pos Siaga\nPelaksana: Dinkes\nTahun: 2026\nAnggaran tahun pertama: Rp 90 juta\n"
    read = Read(raw.encode())
    assert costs(read, "Pos Siaga") == []
    assert "hanya sebagian dari biayanya" in read.left
    assert costs(Read(f"{raw}Total anggaran: Rp 200 juta\n".encode()), "Pos Siaga") == [200_000_000]


def test_marks_in_columns_of_money_are_years() -> None:
    head = ("No", "Program Inovasi", "Pelaksana", 2025, 2026, 2027, "Jumlah")
    raw = book(
        ("(dalam jutaan rupiah)",),
        head,
        (1, "Pos Siaga", "Dinkes", 100, 250, None, 350),
        (2, "Kebun Kota", "DLH", None, "✓", "✓", None),
        (3, "Peta Rawa", "DLH", 50, 50, 75, 175),
    )
    read = Read(raw)
    assert read.innovation("Kebun Kota")["start"]["earliest"] == 2026
    assert costs(read, "Kebun Kota") == []


# Forms, prices, codes ----------------------------------------------------------------------------


def form(*rows: Any) -> bytes:
    document = new_document()
    document.add_heading("4.1 Smart Living", 2)
    table(document, [(*row, *["<"] * (4 - len(row))) for row in rows])
    return document_bytes(document)


def test_a_form_may_close_with_its_years_side_by_side() -> None:
    read = Read(form(
        ("Nama Program", "Pos Siaga"), ("Pelaksana", "Dinas Kesehatan"), ("Pendukung", "DLH"), ("Sumber Dana", "APBD"),
        ("Tahun", "2025", "2026", "2027"), ("Anggaran (Rp juta)", "1.250", "-", "menyusul"),
    ))  # fmt: skip
    assert read.innovation("Pos Siaga")["costs"] == [{"offset": 0, "capital": 1_250_000_000}]
    assert "menyusul" in read.left


def test_prices_beside_dated_programmes_do_not_hide_them_but_a_bill_of_goods_is_none() -> None:
    head = ("Kegiatan", "T.A.", "Volume", "Satuan", "Harga Satuan", "Jumlah")
    above = [("Smart Society",), ("Perangkat Daerah :", "Dinas Pendidikan")]
    read = Read(book(*above, head, ("Pojok Baca Desa", 2026, 4, "desa", 25_000_000, 100_000_000)))
    assert (agency(read, "Pojok Baca Desa"), costs(read, "Pojok Baca Desa")) == (
        "Dinas Pendidikan",
        [100_000_000],
    )
    assert Read(book(*above, head, ("Belanja server", 2026, 4, "unit", 25_000_000, 100_000_000))).new == []


def coded(*tables: list[tuple[str, ...]]) -> Read:
    document = new_document()
    for number, rows in enumerate(tables, 1):
        document.add_paragraph(f"Tabel {number}. Rencana Aksi")
        table(document, rows)
    return Read(document_bytes(document))


NAMES = [
    ("Kode", "Nama Inovasi", "Dimensi"),
    ("L.1", "Pos Siaga Keliling Dusun", "Smart Living"),
    ("L.2", "Antar Obat ke Rumah", "Smart Living"),
    ("N.1", "Peta Rawa Terbuka", "Smart Environment"),
]


@pytest.mark.parametrize("short", [("Inovasi", "Pos Siaga", "Antar Obat", "Sistem Gambut"), None])
def test_tables_tied_by_a_code_tell_of_one_innovation(short: tuple[str, ...] | None) -> None:
    told = [
        ("Kode", "Pelaksana", "Waktu"),
        ("L.1", "Dinkes", "2026"),
        ("L.2", "Dinkes", "2027"),
        ("N.1", "DLH", "2025"),
    ]
    if short:
        told = [(row[0], name, *row[1:]) for row, name in zip(told, short, strict=True)]
    read = coded(NAMES, told)
    assert sorted(read.new) == ["Antar Obat ke Rumah", "Peta Rawa Terbuka", "Pos Siaga Keliling Dusun"]
    peta = read.innovation("Peta Rawa Terbuka")
    assert (peta["dimension"], peta["lead_agency"], peta["start"]["earliest"]) == ("environment", "DLH", 2025)


def test_the_same_code_for_other_things_ties_nothing() -> None:
    others = [("Kode", "Kegiatan", "Pelaksana", "Biaya (Rp)"), ("L.1", "Pagar Balai", "DPMD", "9.000.000"),
              ("L.2", "Cat Jembatan", "DPMD", "8.000.000"), ("N.1", "Papan Jalan", "DPMD", "7.000.000")]  # fmt: skip
    read = coded(NAMES, others)
    assert "lead_agency" not in read.innovation("Pos Siaga Keliling Dusun")


def test_a_row_that_the_page_cut_in_two_is_one() -> None:
    document = new_document()
    table(document, [HEAD, ("1", "Pasar Terbuka untuk", "Dinas", "2026", "90")])
    document.add_paragraph("Lanjutan tabel")
    table(document, [("", "pedagang kecil", "kesehatan", "", ""), ("2", "Kebun Kota", "DLH", "2026", "50")])
    read = Read(document_bytes(document))
    assert read.new == ["Pasar Terbuka untuk pedagang kecil", "Kebun Kota"]
    assert agency(read, read.new[0]) == "Dinas Kesehatan"


def test_a_name_keeps_the_letter_before_its_dash() -> None:
    assert Read(book(HEAD, (1, "e-Retribusi Pasar", "DLH", 2026, 90))).new == ["e-Retribusi Pasar"]
