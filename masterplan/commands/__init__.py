"""What each `haluan` command does; the parser that calls them is `masterplan.cli`."""
