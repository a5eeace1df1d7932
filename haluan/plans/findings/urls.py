"""The pages of the rules, `/aturan/`."""

from django.urls import path

from . import pages

urlpatterns = [
    path("", pages.rules, name="rules"),
    path("<str:code>/", pages.rule, name="rule"),
]
