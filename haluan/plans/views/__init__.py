"""Pages of a plan's list, history and versions."""
