"""Made-up plans for tests and benches, the same for the same seed. All of them are fiction."""

from __future__ import annotations

import random
from typing import Any

from masterplan.document.types import Plan

DIMENSIONS = ("governance", "branding", "economy", "living", "society", "environment")
SOURCES = ("APBD", "APBD-Prov", "APBN", "DAK", "KPBU", "CSR")
AREAS = (
    "antrean",
    "air bersih",
    "sampah",
    "banjir",
    "angkutan",
    "gizi anak",
    "izin usaha",
    "pasar",
    "sekolah",
    "penerangan",
)


def realistic(innovations: int = 300, years: int = 10, seed: int = 1) -> Plan:
    """A plan as a large region would write it: about two reliefs an innovation, prices spread lognormally
    over two orders of magnitude, enablers shared by several, chains of `requires`, ceilings by year and
    source."""
    return Plan.model_validate(realistic_data(innovations, years, seed))


def realistic_data(innovations: int = 300, years: int = 10, seed: int = 1) -> dict[str, Any]:
    dice = random.Random(seed)
    first, problems, enablers, agencies = (
        2026,
        max(1, innovations // 2),
        max(1, innovations // 3),
        max(1, innovations // 12),
    )
    rows = [
        _innovation(dice, n, first, years, problems, enablers, agencies) for n in range(1, innovations + 1)
    ]
    _schedule(rows, first, years)
    yearly = 4.2e9 * innovations / years
    return {
        "format": "haluan-plan/1",
        "region": {"name": "Kabupaten Contoh", "population": 480_000},
        "title": "Rencana contoh untuk pengujian (fiktif)",
        "period": {"first_year": first, "last_year": first + years - 1},
        "vision": "Layanan yang dirasakan semua warga (fiktif)",
        "settings": {
            "discount_rate": 0.03,
            "price_year": first,
            "carry_over": True,
            "minimum_per_dimension": 3,
            "minimum_quick_wins": 2,
        },
        "problems": [_problem(dice, n) for n in range(1, problems + 1)],
        "innovations": rows,
        "enablers": [_enabler(dice, n) for n in range(1, enablers + 1)],
        "agencies": [
            {"code": f"OPD-{n:02d}", "name": f"Dinas Contoh {n}", "parallel_projects": dice.randint(4, 9)}
            for n in range(1, agencies + 1)
        ],
        "budget": [
            ceiling
            for year in range(first, first + years)
            for ceiling in (
                {"year": year, "amount": round(yearly * 1.2, -6)},
                {"year": year, "source": "APBD", "amount": round(yearly * 0.8, -6)},
            )
        ],
        "sources": [{"id": "S1", "title": "Contoh, tidak ada di dunia nyata"}],
    }


def _problem(dice: random.Random, number: int) -> dict[str, Any]:
    area = dice.choice(AREAS)
    return {
        "id": f"MS-{number:03d}",
        "title": f"Warga kesulitan dengan {area} di kawasan {number}",
        "dimension": dice.choice(DIMENSIONS),
        "description": f"Dirasakan keluarga di kawasan {number}, terutama pada musim hujan. " * 2,
        "people_affected": int(dice.lognormvariate(9, 1)),
        "severity": round(dice.uniform(0.01, 0.2), 3),
        "equity_weight": dice.choice((1, 1, 1, 1.5, 2)),
        "indicator": {
            "name": f"Keluhan {area}",
            "unit": "keluhan per tahun",
            "baseline": dice.randint(50, 900),
            "baseline_year": 2025,
            "better": "lower",
        },
        "evidence": dice.choice("ABCD"),
        "sources": ["S1"],
    }


def _enabler(dice: random.Random, number: int) -> dict[str, Any]:
    capital = round(dice.lognormvariate(20.5, 1.0), -6)
    return {
        "id": f"EN-{number:03d}",
        "kind": dice.choice(("technology", "data", "regulation", "people", "infrastructure")),
        "title": f"Pemungkin {number}",
        "capital": int(capital),
        "operating_per_year": int(round(capital * 0.1, -5)),
        "exists": dice.random() < 0.15,
    }


def _innovation(
    dice: random.Random, number: int, first: int, years: int, problems: int, enablers: int, agencies: int
) -> dict[str, Any]:
    capital, area = round(dice.lognormvariate(20.8, 1.1), -6), dice.choice(AREAS)
    earliest = first + dice.randint(0, max(0, years // 3))
    mine = dice.sample(range(1, problems + 1), min(problems, dice.choice((1, 2, 2, 3))))
    split = dice.choice(((1.0,), (0.7, 0.3), (0.5, 0.5)))
    paying = ("APBD", dice.choice(SOURCES[1:]))[: len(split)]
    return {
        "id": f"IN-{number:03d}",
        "title": f"Layanan {area} dijemput, tahap {number}",
        "dimension": DIMENSIONS[number % 6],
        "sub_dimension": "pelayanan publik",
        "service_change": f"Sebelum: warga datang dan antre di kantor. Sesudah: {area} selesai di desa.",
        "beneficiaries": "Keluarga di kawasan pinggir",
        "addresses": [
            {
                "problem": f"MS-{p:03d}",
                "share": _triangle(dice),
                "lag_years": dice.choice((0, 0, 0, 1)),
                "evidence": dice.choice("ABCD"),
            }
            for p in mine
        ],
        "enablers": [
            f"EN-{n:03d}"
            for n in dice.sample(range(1, enablers + 1), min(enablers, dice.choice((0, 1, 1, 2, 3))))
        ],
        "lead_agency": f"OPD-{dice.randint(1, agencies):02d}",
        "start": {"earliest": earliest, "latest": first + years - 1},
        "duration_years": dice.choice((1, 1, 1, 2, 3)),
        "costs": [
            {
                "offset": k,
                "capital": int(round(capital * part, -6)),
                "operating": int(round(capital * 0.02, -5)),
            }
            for k, part in enumerate((0.6, 0.4) if dice.random() < 0.6 else (1.0,))
        ],
        "operating_per_year": int(round(capital * dice.uniform(0.05, 0.15), -5)),
        "funding": [{"source": source, "share": share} for source, share in zip(paying, split, strict=True)],
        "requires": [f"IN-{dice.randint(max(1, number - 20), number - 1):03d}"]
        if number > 6 and dice.random() < 0.15
        else [],
        **({"alternative_group": f"pilihan-{number // 20}"} if dice.random() < 0.1 else {}),
        "quick_win": dice.random() < 0.15,
        "outcomes": [
            {
                "indicator": {
                    "name": f"Waktu {area}",
                    "unit": "menit",
                    "baseline": dice.randint(60, 240),
                    "baseline_year": 2025,
                    "better": "lower",
                },
                "targets": {str(first + years - 1): dice.randint(5, 50)},
            }
        ],
        "decision": "chosen" if dice.random() < 0.8 else "proposed",
        "scheduled_start": earliest,
        "sources": ["S1"],
    }


def _schedule(rows: list[dict[str, Any]], first: int, years: int) -> None:
    """Chosen as a careful region would: chains in order, one of each group, nothing that starts too late."""
    works: dict[str, int] = {}
    taken: set[str] = set()
    for row in rows:
        group, needs = row.get("alternative_group"), row["requires"]
        start = max([row["scheduled_start"], *(works.get(need, first + years) for need in needs)])
        if row["decision"] != "chosen" or group in taken or start >= first + years:
            row["decision"] = "proposed"
            continue
        row["scheduled_start"], works[row["id"]] = start, start + row["duration_years"]
        if group:
            taken.add(group)


def _triangle(dice: random.Random) -> dict[str, float]:
    mode = dice.uniform(0.03, 0.45)
    return {"low": round(mode * 0.5, 3), "mode": round(mode, 3), "high": round(min(1, mode * 1.4), 3)}
