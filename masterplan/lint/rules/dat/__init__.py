"""Evidence and sources."""
