"""HiGHS, asked: a relaxation for prices and a first bound, and branch and cut that reports as it goes."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass

import highspy
import numpy as np

from masterplan.impact.arrays import Floats
from masterplan.impact.optimiser.programme import Programme

THREADS = min(2, os.cpu_count() or 1)
"""HiGHS keeps one scheduler a process: every solver of it must ask for the same number."""

TUNED = {
    "mip_allow_restart": False,
    "mip_detect_symmetry": False,
    "mip_heuristic_run_root_reduced_cost": False,
    "mip_pscost_minreliable": 1,
}
"""What made plans of regions quicker (docs/engine.md): most of the time goes into the root, and a restart does
the root again; trees are small, and one look at a column tells enough about where to branch."""

Improved = Callable[[Floats], None]
Bounded = Callable[[float], None]


@dataclass(frozen=True, slots=True)
class Relaxed:
    """The linear relaxation. `bound` in units of the programme; `columns`; `duals` of the rows (≥ 0 for a
    row that is at its upper end)."""

    bound: float
    columns: Floats
    duals: Floats


@dataclass(frozen=True, slots=True)
class Ended:
    """`state`: optimal (to the gap asked), infeasible, or stopped."""

    state: str
    bound: float
    columns: Floats | None
    nodes: int


def relax(programme: Programme, time_limit: float) -> Relaxed | None:
    """None where the relaxation is infeasible or the time is up."""
    solver = _solver(programme, whole=False)
    solver.setOptionValue("time_limit", time_limit)
    solver.run()
    if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        return None
    solution = solver.getSolution()
    return Relaxed(
        solver.getInfo().objective_function_value,
        np.array(solution.col_value),
        np.abs(np.array(solution.row_dual)),
    )


def solve(
    programme: Programme,
    *,
    gap: float,
    time_limit: float,
    start: Floats | None = None,
    improved: Improved = lambda _: None,
    bounded: Bounded = lambda _: None,
    stop: Callable[[], bool] = lambda: False,
    together: bool = True,
) -> Ended:
    """Branch and cut to a relative gap; `start` is a whole answer to begin with.

    `improved` hears of every better answer, `bounded` of every bound, in units of the programme; `stop` is
    asked often. `together`: both processors work on this one; off where several are solved side by side.
    """
    solver = _solver(programme, whole=True)
    settings = {
        "time_limit": max(time_limit, 0.01),
        "mip_rel_gap": gap,
        "mip_abs_gap": 0.0,
        "mip_feasibility_tolerance": 1e-7,
        "parallel": "on" if together and THREADS > 1 else "off",
        **TUNED,
    }
    for name, value in settings.items():
        solver.setOptionValue(name, value)
    if start is not None:
        known = highspy.HighsSolution()
        known.col_value = start.tolist()
        known.value_valid = True
        solver.setSolution(known)

    def interrupt(event: highspy.HighsCallbackEvent) -> None:
        bounded(event.data_out.mip_dual_bound)
        if stop():
            event.interrupt()

    def better(event: highspy.HighsCallbackEvent) -> None:
        improved(np.array(event.data_out.mip_solution))

    solver.cbMipInterrupt.subscribe(interrupt)
    solver.cbMipImprovingSolution.subscribe(better)
    solver.run()
    status = solver.getModelStatus()
    bound = solver.getInfo().mip_dual_bound
    columns = np.array(solver.getSolution().col_value) if solver.getSolution().value_valid else None
    nodes = int(solver.getInfo().mip_node_count)
    if status == highspy.HighsModelStatus.kInfeasible:
        return Ended("infeasible", -np.inf, None, nodes)
    if status == highspy.HighsModelStatus.kOptimal:
        return Ended("optimal", bound, columns, nodes)
    return Ended("stopped", bound if np.isfinite(bound) else np.inf, columns, nodes)


def _solver(programme: Programme, whole: bool) -> highspy.Highs:
    model = highspy.HighsLp()
    rows = programme.rows
    model.num_col_, model.num_row_ = len(programme.upper), len(rows)
    model.col_cost_, model.col_lower_, model.col_upper_ = programme.gain, programme.lower, programme.upper
    model.row_lower_, model.row_upper_ = np.array(rows.lower), np.array(rows.upper)
    model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    model.a_matrix_.start_ = np.array(rows.start, np.int32)
    model.a_matrix_.index_ = np.array(rows.column, np.int32)
    model.a_matrix_.value_ = np.array(rows.coefficient)
    model.sense_ = highspy.ObjSense.kMaximize
    if whole:
        kinds = np.full(len(programme.upper), highspy.HighsVarType.kContinuous)
        kinds[: programme.whole.stop] = highspy.HighsVarType.kInteger
        model.integrality_ = kinds.tolist()
    solver = highspy.Highs()  # type: ignore[no-untyped-call]
    solver.silent()
    solver.setOptionValue("small_matrix_value", 1e-12)
    solver.setOptionValue("threads", THREADS)
    solver.passModel(model)
    return solver
