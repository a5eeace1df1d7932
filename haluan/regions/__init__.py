"""Provinces, regencies and cities, institutions: who the programme is about."""
