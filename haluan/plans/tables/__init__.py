"""The plan as tables that behave like a sheet: a kind of element, or money and targets with years as columns."""
