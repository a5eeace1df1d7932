"""Indicators and targets."""
