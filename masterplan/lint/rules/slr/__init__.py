"""Alignment with other plans, and between agencies."""
