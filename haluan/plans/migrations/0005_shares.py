import django.db.models.deletion
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ('pghistory', '0007_auto_20250421_0444'),
        ('plans', '0004_picture'),
    ]

    operations = [
        migrations.CreateModel(
            name='Share',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('agency', models.CharField(max_length=24)),
                ('collection', models.CharField(blank=True, max_length=12)),
                ('key', models.CharField(blank=True, max_length=200)),
                ('dimension', models.CharField(blank=True, max_length=12)),
                ('due', models.DateField()),
                ('note', models.CharField(blank=True, max_length=500)),
                ('given_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('handed_in_at', models.DateTimeField(blank=True, null=True)),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'ordering': ['due', 'agency', 'id'],
            },
        ),
        migrations.CreateModel(
            name='ShareEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('agency', models.CharField(max_length=24)),
                ('collection', models.CharField(blank=True, max_length=12)),
                ('key', models.CharField(blank=True, max_length=200)),
                ('dimension', models.CharField(blank=True, max_length=12)),
                ('due', models.DateField()),
                ('note', models.CharField(blank=True, max_length=500)),
                ('given_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('handed_in_at', models.DateTimeField(blank=True, null=True)),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ShareNudge',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('day', models.DateField()),
            ],
            options={
                'ordering': ['-day'],
            },
        ),
        migrations.RemoveConstraint(
            model_name='changeset',
            name='changeset_origin_known',
        ),
        migrations.AddField(
            model_name='changeset',
            name='accepted_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AlterField(
            model_name='changeset',
            name='origin',
            field=models.CharField(choices=[('editor', 'ditulis'), ('import', 'diimpor'), ('restore', 'dipulihkan'), ('revert', 'dibatalkan'), ('merge', 'digabung'), ('load', 'dimuat'), ('portfolio', 'dari susunan terbaik'), ('input', 'dari masukan'), ('reuse', 'dari daerah lain'), ('suggestion', 'dari usul')], default='editor', max_length=12),
        ),
        migrations.AddConstraint(
            model_name='changeset',
            constraint=models.CheckConstraint(condition=models.Q(('origin__in', ['editor', 'import', 'restore', 'revert', 'merge', 'load', 'portfolio', 'input', 'reuse', 'suggestion'])), name='changeset_origin_known'),
        ),
        migrations.AddConstraint(
            model_name='changeset',
            constraint=models.CheckConstraint(condition=models.Q(('accepted_by', None), models.Q(('author__isnull', False), ('origin__in', ['suggestion', 'input'])), _connector='OR'), name='changeset_accepted_from_somebody'),
        ),
        migrations.AddField(
            model_name='share',
            name='given_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='share',
            name='handed_in_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='share',
            name='plan',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='shares', to='plans.plan'),
        ),
        migrations.AddField(
            model_name='share',
            name='withdrawn_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='shareevent',
            name='given_by',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='shareevent',
            name='handed_in_by',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='shareevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='shareevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='plans.share'),
        ),
        migrations.AddField(
            model_name='shareevent',
            name='plan',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='plans.plan'),
        ),
        migrations.AddField(
            model_name='shareevent',
            name='withdrawn_by',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='sharenudge',
            name='by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='sharenudge',
            name='share',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='nudges', to='plans.share'),
        ),
        migrations.AddIndex(
            model_name='share',
            index=models.Index(condition=models.Q(('withdrawn_at', None)), fields=['agency', 'plan'], name='share_of_agency'),
        ),
        migrations.AddConstraint(
            model_name='share',
            constraint=models.CheckConstraint(condition=models.Q(('agency', ''), _negated=True), name='share_has_agency'),
        ),
        migrations.AddConstraint(
            model_name='share',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(models.Q(('collection', ''), _negated=True), ('dimension', '')), models.Q(('collection', ''), ('dimension__in', ('governance', 'branding', 'economy', 'living', 'society', 'environment')), ('key', '')), _connector='OR'), name='share_is_of_collection_or_dimension'),
        ),
        migrations.AddConstraint(
            model_name='share',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('handed_in_at', None), ('handed_in_by', None)), models.Q(('handed_in_at__isnull', False), ('handed_in_by__isnull', False)), _connector='OR'), name='share_handed_in_by_somebody'),
        ),
        migrations.AddConstraint(
            model_name='share',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_at', None), ('withdrawn_by', None)), models.Q(('withdrawn_at__isnull', False), ('withdrawn_by__isnull', False)), _connector='OR'), name='share_withdrawn_by_somebody'),
        ),
        migrations.AddConstraint(
            model_name='share',
            constraint=models.UniqueConstraint(condition=models.Q(('withdrawn_at', None)), fields=('plan', 'agency', 'collection', 'key', 'dimension'), name='share_given_once'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='share',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "plans_shareevent" ("agency", "collection", "dimension", "due", "given_at", "given_by_id", "handed_in_at", "handed_in_by_id", "id", "key", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "withdrawn_at", "withdrawn_by_id") VALUES (NEW."agency", NEW."collection", NEW."dimension", NEW."due", NEW."given_at", NEW."given_by_id", NEW."handed_in_at", NEW."handed_in_by_id", NEW."id", NEW."key", NEW."note", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."plan_id", NEW."withdrawn_at", NEW."withdrawn_by_id"); RETURN NULL;', hash='c26809fc096eb2763a1a48e13754177861a43540', operation='INSERT', pgid='pgtrigger_insert_insert_9ee1b', table='plans_share', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='share',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "plans_shareevent" ("agency", "collection", "dimension", "due", "given_at", "given_by_id", "handed_in_at", "handed_in_by_id", "id", "key", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "withdrawn_at", "withdrawn_by_id") VALUES (NEW."agency", NEW."collection", NEW."dimension", NEW."due", NEW."given_at", NEW."given_by_id", NEW."handed_in_at", NEW."handed_in_by_id", NEW."id", NEW."key", NEW."note", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."plan_id", NEW."withdrawn_at", NEW."withdrawn_by_id"); RETURN NULL;', hash='0410a7549755b7b9b716c6afb8e5f4ee09c95e8b', operation='UPDATE', pgid='pgtrigger_update_update_e1bb1', table='plans_share', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='sharenudge',
            constraint=models.UniqueConstraint(fields=('share', 'day'), name='share_nudged_once_a_day'),
        ),
    ]
