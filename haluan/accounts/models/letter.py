"""In training e-mail goes nowhere: it is kept here and shown at `/surat/`."""

from __future__ import annotations

from django.db import models
from django.utils import timezone


class Letter(models.Model):
    to = models.EmailField(db_index=True)
    subject = models.CharField(max_length=300)
    body = models.TextField()
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-at", "-id"]

    def __str__(self) -> str:
        return f"{self.to}: {self.subject}"
