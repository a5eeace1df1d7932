"""A plan as the public reads it: what one version says and is worth, drawn once and kept in memory."""
