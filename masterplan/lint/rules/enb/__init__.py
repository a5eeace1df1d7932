"""Technology before service."""
