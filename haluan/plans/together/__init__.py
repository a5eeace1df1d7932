"""Writing a plan together: parts given to agencies, threads, suggestions."""
