"""People, roles, and what happens to them; one file a concept."""

from .people import Role, User

__all__ = ["Role", "User"]
