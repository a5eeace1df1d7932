"""Indonesian text understood well enough to be judged: words, sentences, roots, who is served and what is bought.

For rules: `words` and `stem` for comparing texts, `tells_service` for whether somebody's life is told to change, `signal` for
what puts technology first, `brand` for a product's name, `alike` for near-duplicates within a plan and between plans, `read`
for everything else.
"""

from masterplan.lint.language.brands import brand
from masterplan.lint.language.evidence import told
from masterplan.lint.language.judgement import Kind, Signal, signal, tells_service
from masterplan.lint.language.likeness import alike
from masterplan.lint.language.morphology import Form, form, stem
from masterplan.lint.language.reading import Reading, Unit, read
from masterplan.lint.language.tokens import Token, sentences, tokens, words

__all__ = [
    "Form",
    "Kind",
    "Reading",
    "Signal",
    "Token",
    "Unit",
    "alike",
    "brand",
    "form",
    "read",
    "sentences",
    "signal",
    "stem",
    "tells_service",
    "tokens",
    "told",
    "words",
]
