"""The pure core: plan documents and everything that judges them. Knows no web, no database, no user."""
