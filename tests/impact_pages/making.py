"""Optimisations, scenarios and a plan to choose from, for tests: without a worker and at once."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from procrastinate import JobContext
from procrastinate.contrib.django import app
from procrastinate.jobs import Job

from haluan.accounts.models import User
from haluan.impact import jobs
from haluan.impact.inputs import fingerprint
from haluan.impact.models import Inquiry, Optimisation, Scenario
from haluan.plans.models import Plan
from masterplan.document import digest

CHOOSING: dict[str, Any] = {
    "format": "haluan-plan/1",
    "region": {"code": "99.01", "name": "Kabupaten Contoh"},
    "title": "Rencana Contoh",
    "period": {"first_year": 2027, "last_year": 2030},
    "settings": {"discount_rate": 0.05},
    "problems": [
        {
            "id": "MS-01",
            "title": "Antre lama",
            "people_affected": 1000,
            "severity": 0.1,
            "equity_weight": 2,
            "evidence": "B",
        },
        {
            "id": "MS-02",
            "title": "Sampah dibakar",
            "people_affected": 4000,
            "severity": 0.05,
            "evidence": "C",
        },
    ],
    "innovations": [
        {
            "id": "IN-01",
            "title": "Daftar dari rumah",
            "dimension": "governance",
            "lead_agency": "DINKES",
            "addresses": [
                {"problem": "MS-01", "share": {"low": 0.2, "mode": 0.3, "high": 0.4}, "evidence": "B"}
            ],
            "costs": [{"offset": 0, "capital": 1_000_000_000}],
            "operating_per_year": 100_000_000,
            "decision": "chosen",
            "scheduled_start": 2028,
            "enablers": ["PM-01"],
        },
        {
            "id": "IN-02",
            "title": "Bank sampah desa",
            "dimension": "environment",
            "lead_agency": "DLH",
            "addresses": [{"problem": "MS-02", "share": {"mode": 0.5}}],
            "costs": [{"offset": 0, "capital": 800_000_000}],
            "decision": "proposed",
        },
        {
            "id": "IN-03",
            "title": "Gerbang kota",
            "dimension": "branding",
            "lead_agency": "DLH",
            "costs": [{"offset": 0, "capital": 5_000_000_000}],
            "decision": "proposed",
        },
    ],
    "enablers": [
        {
            "id": "PM-01",
            "title": "Petugas loket",
            "kind": "people",
            "capital": 200_000_000,
            "operating_per_year": 50_000_000,
        }
    ],
    "agencies": [
        {"code": "DINKES", "name": "Dinas Kesehatan"},
        {"code": "DLH", "name": "Dinas Lingkungan Hidup"},
    ],
    "budget": [{"year": year, "amount": 2_500_000_000} for year in range(2027, 2031)],
}


def finished(plan: Plan, portfolio: dict[str, int], by: User | None = None, **told: Any) -> Optimisation:
    """As a worker would have left it."""
    number, document = plan.snapshot()
    result = {
        "status": "optimal",
        "portfolio": portfolio,
        "unweighted": 1.0,
        "range": [1.0, 1.0],
        "fixed": {},
        "conflict": [],
        "mend": "",
    }
    known = {
        "value": 360.0,
        "bound": 360.0,
        "reached": 0.0,
        "seconds": 0.2,
        "stopped_by": "gap",
        "result": result,
    }
    return Optimisation.objects.create(
        plan=plan,
        number=number,
        digest=digest(document),
        inputs=fingerprint(document),
        asked_by=by,
        state="done",
        started_at=timezone.now(),
        finished_at=timezone.now(),
        **{**known, **told},
    )


def keep(plan: Plan, name: str, portfolio: dict[str, int], by: User | None = None, **more: Any) -> Scenario:
    number, document = plan.snapshot()
    return Scenario.objects.create(
        plan=plan,
        name=name,
        portfolio=portfolio,
        number=number,
        inputs=fingerprint(document),
        by=by,
        by_name=by.name if by else "",
        **more,
    )


def work(run: Optimisation | Inquiry, *, abort: Any = None) -> Any:
    """What a worker does with a run; `abort` is why it is asked to end."""
    task = jobs.optimise if isinstance(run, Optimisation) else jobs.inquire
    job = Job(id=run.job, queue="impact", lock=None, queueing_lock=None, task_name=task.name)
    task.func(JobContext(app=app, job=job, abort_reason=lambda: abort, start_timestamp=0), run=run.pk)
    run.refresh_from_db()
    return run
