"""Pages of the best portfolio."""
