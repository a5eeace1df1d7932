"""How much may be sent in one request: the rest is not even read."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import FileUploadHandler

AROUND = 1024 * 1024
"""Bytes for what a form holds beside its file."""


class Bounded(FileUploadHandler):
    """Refuses a request by the length it announces, before its first byte is stored."""

    def handle_raw_input(
        self, input_data: Any, META: Any, content_length: int, boundary: Any, encoding: Any = None
    ) -> None:
        if content_length > settings.UPLOAD_LIMIT + AROUND:
            raise RequestDataTooBig

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        return raw_data

    def file_complete(self, file_size: int) -> None:
        return None
