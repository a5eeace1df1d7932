from django.apps import AppConfig


class ImpactConfig(AppConfig):
    name = "haluan.impact"
    label = "impact"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Who works on a plan tries portfolios out where others read its budget."""
        from haluan.plans.views.overview import WORKING

        from .views.page import portfolio

        WORKING["budget"] = portfolio
