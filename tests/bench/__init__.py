"""What is fast enough, measured. One file a bench, found by its name: `tests/bench/value.py` is
`script/bench value`.

A bench is a module whose docstring says what is measured and whose `run()` yields `Figure`s; it raises
`NotYet` with a sentence while the part it measures is not there. One with `ONLY_WHEN_ASKED = True` runs
only when named.
"""
