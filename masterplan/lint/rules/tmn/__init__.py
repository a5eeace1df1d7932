"""Findings and the answers to them."""
