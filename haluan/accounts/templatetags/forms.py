"""Forms in our look: hint, error and focus where the reader needs them."""

from __future__ import annotations

from typing import Any

from django import forms, template

register = template.Library()


@register.inclusion_tag("accounts/fields.html")
def fields(form: forms.BaseForm) -> dict[str, Any]:
    """Every field of a form with its label, hint and error; the first wrong one takes the focus."""
    first_wrong = next((name for name in form.fields if name in form.errors), None)
    for name, field in form.fields.items():
        field.widget.attrs.pop("placeholder", None)
        if name == first_wrong:
            field.widget.attrs["autofocus"] = True
    return {"form": form}


@register.filter
def is_tick(field: forms.BoundField) -> bool:
    return isinstance(field.field.widget, forms.CheckboxInput)


@register.filter
def is_group(field: forms.BoundField) -> bool:
    """Radio buttons and tick boxes belong in a fieldset with a legend."""
    return isinstance(field.field.widget, forms.RadioSelect | forms.CheckboxSelectMultiple)
