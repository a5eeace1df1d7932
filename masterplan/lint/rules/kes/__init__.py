"""Readiness and strategic issues."""
