from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "haluan.accounts"
    label = "accounts"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from . import waiting  # noqa: F401
