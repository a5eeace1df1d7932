"""Base templates, pieces, static files, the registries that stages fill."""
