"""Static files: hashed, compressed, and the style sheet joined from one file a component."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage


class JoinedStaticFiles(CompressedManifestStaticFilesStorage):
    """`css/*.css` become `haluan.css` when static files are collected; before that names stay as they are."""

    manifest_strict = False
    support_js_module_import_aggregation = True

    def post_process(self, paths: dict[str, Any], dry_run: bool = False, **options: Any) -> Iterator[Any]:
        parts = sorted(path for path in paths if path.startswith("css/"))
        if parts and not dry_run:
            sheet = "\n".join(paths[path][0].open(path).read().decode() for path in parts)
            if self.exists("haluan.css"):
                self.delete("haluan.css")
            self._save("haluan.css", ContentFile(squeeze(sheet).encode()))
            paths = {path: where for path, where in paths.items() if path not in parts}
            paths["haluan.css"] = (self, "haluan.css")
        yield from super().post_process(paths, dry_run, **options)

    def stored_name(self, name: str) -> str:
        try:
            return super().stored_name(name)
        except ValueError:
            return name


def squeeze(css: str) -> str:
    """Without comments and indentation: what is left is what a phone must download."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.S)
    return re.sub(r"\s*\n\s*", "\n", css).strip() + "\n"
