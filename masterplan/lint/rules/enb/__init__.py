"""Technology before the service."""
