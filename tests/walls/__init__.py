"""Walls: who may open and send what, what hostile hands get, what everybody can read, and fire."""
