"""Signing in."""

from __future__ import annotations

from typing import Any

from allauth.account.views import LoginView

from ..training import people


class SignIn(LoginView):
    """allauth's page; in training it also offers the fictional people."""

    def get_context_data(self, **more: Any) -> dict[str, Any]:
        return super().get_context_data(**more) | {"section": "sign-in", "training_people": people()}


sign_in = SignIn.as_view()
