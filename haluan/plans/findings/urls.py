"""The pages of the rules, `/aturan/`."""

from django.urls import path

from . import pages

urlpatterns = [
    path("", pages.rules, name="rules"),
    path("<str:rule>/", pages.one_rule, name="rule"),
]
