"""What every template may use."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest


def everywhere(request: HttpRequest) -> dict[str, object]:
    return {"training_mode": settings.TRAINING, "theme": request.COOKIES.get("tema", "")}
