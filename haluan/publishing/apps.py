from django.apps import AppConfig


class PublishingConfig(AppConfig):
    name = "haluan.publishing"
    label = "publishing"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Public pages are also made of plans: a page is as fresh as these are."""
        from haluan.programme.freshness import STAMPS

        from . import waiting  # noqa: F401

        STAMPS["plans"] = (
            "(SELECT md5(string_agg(concat(id, ':', version), ',' ORDER BY id)) FROM plans_plan WHERE public)"
        )
