"""Cohorts, who was named and who took part, the stages of a region."""
