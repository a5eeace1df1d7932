"""Says what an office file from outside is, and refuses in one sentence what must not be opened.

Nothing is executed, fetched or unpacked to disk; a file is judged before a reader of spreadsheets or
documents sees it. `docs/opening.md` tells what is refused and why.
"""

from masterplan.opening.container import MAX_FILE, OpeningError
from masterplan.opening.office import Kind, Opened, open_office
from masterplan.opening.tables import Sheet

__all__ = ["MAX_FILE", "Kind", "Opened", "OpeningError", "Sheet", "open_office"]
