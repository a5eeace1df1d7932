"""Balance over the dimensions."""
