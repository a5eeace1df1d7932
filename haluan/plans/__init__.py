"""Plan documents as rows, their one door, their history, the editor."""
