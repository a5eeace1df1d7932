"""`invite`: how the first person of the programme office comes in, when nobody is there to invite."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.core.validators import validate_email
from django.forms import ValidationError
from django.urls import reverse

from haluan.accounts.mail import address_of
from haluan.accounts.models import Invitation, Role


class Command(BaseCommand):
    help = "Offers the role of programme office to an e-mail address and prints the link, which works once"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email")

    def handle(self, *, email: str, **options: Any) -> None:
        try:
            validate_email(email)
        except ValidationError as error:
            raise CommandError(f"{email} bukan alamat e-mail.") from error
        _invitation, token = Invitation.objects.offer(email=email, by=None, kind=Role.Kind.OFFICE)
        self.stdout.write(address_of(reverse("invitation", args=[token])))
