"""The chain from problem to outcome."""
