"""All rules, found by looking into `masterplan.lint.rules`: a new rule is a new file and nothing else."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module

from masterplan.language import Words
from masterplan.lint import rules as home
from masterplan.lint.rule import CODE, Rule

FAMILIES: dict[str, Words] = {
    "ENB": Words("Teknologi mendahului layanan", "Technology before the service"),
    "CHN": Words(
        "Rantai masalah, inovasi, pemungkin, hasil", "The chain problem, innovation, enabler, outcome"
    ),
    "MSL": Words("Masalah", "Problems"),
    "IND": Words("Indikator dan sasaran", "Indicators and targets"),
    "ANG": Words("Anggaran", "Money"),
    "JDW": Words("Jadwal", "Schedule"),
    "DIM": Words("Keseimbangan dimensi", "Balance over the dimensions"),
    "KES": Words("Kesiapan dan isu strategis", "Readiness and strategic issues"),
    "TKL": Words("Tata kelola", "Governance"),
    "SLR": Words("Keselarasan dengan rencana lain", "Alignment with other plans"),
    "DAT": Words("Bukti dan sumber", "Evidence and sources"),
    "KSA": Words("Kesetaraan", "Equity"),
    "BHS": Words("Bahasa", "Language"),
    "TMN": Words("Temuan dan jawabannya", "Findings and their answers"),
}


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule, ordered by family as above, then by code. Raises `ValueError` for one that is not whole."""
    found = [
        value
        for module in pkgutil.walk_packages(home.__path__, f"{home.__name__}.")
        if not module.ispkg
        for value in vars(import_module(module.name)).values()
        if isinstance(value, Rule)
    ]
    codes = [rule.code for rule in found]
    for rule in found:
        if not CODE.fullmatch(rule.code) or rule.family not in FAMILIES or codes.count(rule.code) > 1:
            raise ValueError(f"{rule.code}: not a code of a known family, or taken twice")
        if rule.status == "preview" and rule.severity == "error":
            raise ValueError(f"{rule.code}: a preview rule is never an error")
    families = list(FAMILIES)
    return tuple(sorted(found, key=lambda rule: (families.index(rule.family), rule.code)))


@cache
def by_code() -> dict[str, Rule]:
    return {rule.code: rule for rule in all_rules()}
