"""The public pages of the linter's rules: all of them, and one with its reason and example."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from masterplan.lint import FAMILIES, SEVERITY_WORDS, Rule, all_rules, by_code, gates, profiles
from masterplan.lint.pages import HEADINGS, STATUS_WORDS

from .judging import CLASSES


@require_safe
def rules(request: HttpRequest) -> HttpResponse:
    """Every rule by family."""
    lang = get_language() or "id"
    families = [
        (code, name.say(lang), [card(rule, lang) for rule in all_rules() if rule.family == code])
        for code, name in FAMILIES.items()
    ]
    return render(
        request,
        "plans/findings/rules.html",
        {"families": families, "count": len(all_rules()), "section": "plans"},
    )


@require_safe
def one_rule(request: HttpRequest, rule: str) -> HttpResponse:
    """One rule: what it looks at, why, an example, what to write instead, where the demand comes from."""
    found = by_code().get(rule.upper())
    if found is None:
        raise Http404
    lang = get_language() or "id"
    parts = [(heading.say(lang), getattr(found, part).say(lang)) for part, heading in HEADINGS]
    asked = [one.title.say(lang) for one in (*gates().values(), *profiles().values()) if one.asks(found.code)]
    context = {
        "rule": card(found, lang),
        "parts": parts,
        "source": found.source,
        "family": FAMILIES[found.family].say(lang),
        "asked": asked,
        "section": "plans",
    }
    return render(request, "plans/findings/rule.html", context)


def card(rule: Rule, lang: str) -> dict[str, object]:
    return {
        "code": rule.code,
        "title": rule.title.say(lang),
        "level": CLASSES[rule.severity],
        "severity": SEVERITY_WORDS[rule.severity].say(lang),
        "status": STATUS_WORDS[rule.status].say(lang),
        "fixable": rule.fixable,
    }
