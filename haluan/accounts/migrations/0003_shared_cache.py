"""The table of `CACHES["default"]`, as `createcachetable` makes it; the application role makes no tables."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("accounts", "0002_invitations_recovery_notices")]

    operations = [
        migrations.RunSQL(
            """
            CREATE TABLE shared_cache (
                cache_key varchar(255) NOT NULL PRIMARY KEY,
                value text NOT NULL,
                expires timestamp with time zone NOT NULL
            );
            CREATE INDEX shared_cache_expires ON shared_cache (expires);
            """,
            "DROP TABLE shared_cache",
        )
    ]
