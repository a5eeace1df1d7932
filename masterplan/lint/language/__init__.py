"""Indonesian text understood well enough to be judged: words, sentences, roots, who is served and what is bought."""

from masterplan.lint.language.morphology import Form, form, stem
from masterplan.lint.language.tokens import Token, sentences, tokens, words

__all__ = ["Form", "Token", "form", "sentences", "stem", "tokens", "words"]
