from django.apps import AppConfig


class PlansConfig(AppConfig):
    name = "haluan.plans"
    label = "plans"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from . import waiting  # noqa: F401
        from .together import waiting as waiting_together  # noqa: F401
