"""People, the roles they hold, sign-in, notices."""
