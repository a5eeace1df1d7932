from .optimisation import Inquiry, Optimisation
from .run import Run, Stopped
from .scenario import Scenario

__all__ = ["Inquiry", "Optimisation", "Run", "Scenario", "Stopped"]
