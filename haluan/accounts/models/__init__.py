"""People, roles, and what happens to them; one file a concept."""

from .handover import Handover
from .invitation import Invitation
from .letter import Letter
from .notice import Digest, Notice, NoticeChoice
from .people import Role, User
from .recovery import Recovery

__all__ = ["Digest", "Handover", "Invitation", "Letter", "Notice", "NoticeChoice", "Recovery", "Role", "User"]
