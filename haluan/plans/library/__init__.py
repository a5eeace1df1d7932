"""Innovations of other regions: found by words, read with their source, taken over as a beginning of one's own."""
