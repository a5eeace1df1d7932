"""Plans and people for the tests of plans."""

from __future__ import annotations

from itertools import count
from typing import Any

from haluan.accounts.models import Role, User
from haluan.plans.models import ChangeSet, Plan
from haluan.regions.models import Province, Region
from masterplan.document import diff

_numbers = count(1)

SMALL: dict[str, Any] = {
    "format": "haluan-plan/1",
    "region": {"code": "99.01", "name": "Kabupaten Contoh"},
    "title": "Rencana Contoh",
    "period": {"first_year": 2026, "last_year": 2030},
    "vision": "Warga dilayani dekat rumah",
    "problems": [
        {"id": "MS-01", "title": "Antre lama di puskesmas", "people_affected": 1200, "severity": 0.1},
        {"id": "MS-02", "title": "Sampah tidak terangkut"},
    ],
    "innovations": [
        {
            "id": "IN-01",
            "title": "Daftar dari rumah",
            "service_change": "Warga mendaftar dari rumah dan datang pada jamnya.",
            "addresses": [{"problem": "MS-01", "share": {"mode": 0.3}}],
            "lead_agency": "DINKES",
            "costs": [{"offset": 0, "capital": 1250000000}],
        },
        {"id": "IN-02", "title": "Bank sampah desa", "lead_agency": "DLH", "partner_agencies": ["DINKES"]},
        {"id": "IN-03", "title": "Belum ada yang memimpin"},
    ],
    "enablers": [],
    "agencies": [
        {"code": "DINKES", "name": "Dinas Kesehatan"},
        {"code": "DLH", "name": "Dinas Lingkungan Hidup"},
    ],
    "budget": [
        {"year": 2026, "amount": 5000000000},
        {"year": 2026, "amount": 1000000000},
        {"year": 2027, "source": "APBD", "amount": 10},
    ],
}


def make_region(code: str = "99.01", name: str = "Kabupaten Contoh", fictional: bool = False) -> Region:
    province, _ = Province.objects.get_or_create(code=code[:2], defaults={"name": f"Provinsi {code[:2]}"})
    defaults = {"name": name, "kind": "kabupaten", "province": province, "fictional": fictional}
    return Region.objects.get_or_create(code=code, defaults=defaults)[0]


def make_plan(
    document: dict[str, Any] = SMALL, *, region: Region | None = None, public: bool = True, slug: str = ""
) -> Plan:
    """A plan that holds `document`, at version 1."""
    region = region or make_region()
    plan = Plan.start(
        slug=slug or f"contoh-{next(_numbers)}", region=region, document=document, public=public
    )
    ChangeSet.apply(plan=plan, changes=diff(plan.document(), document), by=None, origin="load")
    return plan


def make_user(kind: str = "", region: Region | None = None, agency: str = "", **role: Any) -> User:
    number = next(_numbers)
    user = User.objects.create(email=f"orang{number}@contoh.example", name=f"Orang {number}")
    if kind:
        Role.objects.create(user=user, kind=kind, region=region, agency=agency, **role)
    return user


def set_field(
    field: str, was: Any, now: Any, element: str | None = "IN-01", collection: str | None = "innovations"
) -> dict[str, Any]:
    """A change as a client sends it; None stands for an absent value."""
    change: dict[str, Any] = {"op": "set", "field": field}
    if collection:
        change |= {"collection": collection, "element": element}
    if was is not None:
        change["was"] = was
    if now is not None:
        change["now"] = now
    return change


def added(collection: str, element: str, after: str | None = None, **value: Any) -> dict[str, Any]:
    """The addition of an element, as a client sends it; its id goes in by itself unless it is given."""
    change = {"op": "add", "collection": collection, "element": element, "value": {"id": element, **value}}
    return change if after is None else {**change, "after": after}
