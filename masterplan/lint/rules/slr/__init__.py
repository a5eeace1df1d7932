"""Alignment with other plans."""
