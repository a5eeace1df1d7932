import django.contrib.postgres.indexes
import django.db.models.deletion
import django.utils.timezone
import haluan.plans.exact
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ('pghistory', '0007_auto_20250421_0444'),
        ('plans', '0005_shares'),
    ]

    operations = [
        migrations.CreateModel(
            name='Remark',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('author_name', models.CharField(max_length=120)),
                ('act', models.CharField(blank=True, choices=[('resolve', 'Resolve'), ('reopen', 'Reopen')], max_length=8)),
                ('text', models.CharField(blank=True, max_length=4000)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('mended_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'ordering': ['at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='RemarkEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('author_name', models.CharField(max_length=120)),
                ('act', models.CharField(blank=True, choices=[('resolve', 'Resolve'), ('reopen', 'Reopen')], max_length=8)),
                ('text', models.CharField(blank=True, max_length=4000)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('mended_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='SuggestedChange',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('change', models.JSONField(encoder=haluan.plans.exact.Exact)),
                ('verdict', models.CharField(blank=True, choices=[('accepted', 'Diterima'), ('declined', 'Ditolak')], max_length=8)),
                ('why', models.CharField(blank=True, max_length=1000)),
                ('decided_by_name', models.CharField(blank=True, max_length=120)),
                ('decided_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'ordering': ['suggestion', 'number'],
            },
        ),
        migrations.CreateModel(
            name='SuggestedChangeEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('number', models.PositiveIntegerField()),
                ('change', models.JSONField(encoder=haluan.plans.exact.Exact)),
                ('verdict', models.CharField(blank=True, choices=[('accepted', 'Diterima'), ('declined', 'Ditolak')], max_length=8)),
                ('why', models.CharField(blank=True, max_length=1000)),
                ('decided_by_name', models.CharField(blank=True, max_length=120)),
                ('decided_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Suggestion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('author_name', models.CharField(max_length=120)),
                ('role', models.CharField(blank=True, max_length=24)),
                ('organisation', models.CharField(blank=True, max_length=200)),
                ('reason', models.CharField(blank=True, max_length=2000)),
                ('state', models.CharField(choices=[('draft', 'Belum diserahkan'), ('open', 'Menunggu putusan'), ('decided', 'Sudah diputus'), ('withdrawn', 'Ditarik pengusul')], default='draft', max_length=10)),
                ('version', models.PositiveIntegerField()),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('handed_in_at', models.DateTimeField(blank=True, null=True)),
                ('closed_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'ordering': ['-handed_in_at', '-id'],
            },
        ),
        migrations.CreateModel(
            name='SuggestionEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('author_name', models.CharField(max_length=120)),
                ('role', models.CharField(blank=True, max_length=24)),
                ('organisation', models.CharField(blank=True, max_length=200)),
                ('reason', models.CharField(blank=True, max_length=2000)),
                ('state', models.CharField(choices=[('draft', 'Belum diserahkan'), ('open', 'Menunggu putusan'), ('decided', 'Sudah diputus'), ('withdrawn', 'Ditarik pengusul')], default='draft', max_length=10)),
                ('version', models.PositiveIntegerField()),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('handed_in_at', models.DateTimeField(blank=True, null=True)),
                ('closed_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Thread',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('collection', models.CharField(blank=True, max_length=12)),
                ('key', models.CharField(blank=True, max_length=200)),
                ('field', models.CharField(blank=True, max_length=200)),
                ('opened_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('said_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('resolved_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'ordering': ['-said_at', '-id'],
            },
        ),
        migrations.CreateModel(
            name='ThreadEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('collection', models.CharField(blank=True, max_length=12)),
                ('key', models.CharField(blank=True, max_length=200)),
                ('field', models.CharField(blank=True, max_length=200)),
                ('opened_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('said_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('resolved_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddField(
            model_name='remark',
            name='author',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='remark',
            name='mentioned',
            field=models.ManyToManyField(blank=True, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='remarkevent',
            name='author',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='remarkevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='remarkevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='plans.remark'),
        ),
        migrations.AddField(
            model_name='suggestedchange',
            name='changeset',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='suggested', to='plans.changeset'),
        ),
        migrations.AddField(
            model_name='suggestedchange',
            name='decided_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='suggestedchangeevent',
            name='changeset',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='plans.changeset'),
        ),
        migrations.AddField(
            model_name='suggestedchangeevent',
            name='decided_by',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='suggestedchangeevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='suggestedchangeevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='plans.suggestedchange'),
        ),
        migrations.AddField(
            model_name='suggestion',
            name='author',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='suggestions', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='suggestion',
            name='plan',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='suggestions', to='plans.plan'),
        ),
        migrations.AddField(
            model_name='suggestedchangeevent',
            name='suggestion',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='plans.suggestion'),
        ),
        migrations.AddField(
            model_name='suggestedchange',
            name='suggestion',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='changes', to='plans.suggestion'),
        ),
        migrations.AddField(
            model_name='suggestionevent',
            name='author',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='suggestionevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='suggestionevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='plans.suggestion'),
        ),
        migrations.AddField(
            model_name='suggestionevent',
            name='plan',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='plans.plan'),
        ),
        migrations.AddField(
            model_name='thread',
            name='plan',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='threads', to='plans.plan'),
        ),
        migrations.AddField(
            model_name='thread',
            name='suggestion',
            field=models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='thread', to='plans.suggestion'),
        ),
        migrations.AddField(
            model_name='remarkevent',
            name='thread',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='plans.thread'),
        ),
        migrations.AddField(
            model_name='remark',
            name='thread',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='remarks', to='plans.thread'),
        ),
        migrations.AddField(
            model_name='threadevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='threadevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='plans.thread'),
        ),
        migrations.AddField(
            model_name='threadevent',
            name='plan',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='plans.plan'),
        ),
        migrations.AddField(
            model_name='threadevent',
            name='suggestion',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='plans.suggestion'),
        ),
        migrations.AddIndex(
            model_name='suggestion',
            index=models.Index(fields=['plan', 'state', '-handed_in_at'], name='suggestion_of_plan'),
        ),
        migrations.AddIndex(
            model_name='suggestion',
            index=models.Index(fields=['author', 'state'], name='suggestion_of_author'),
        ),
        migrations.AddConstraint(
            model_name='suggestion',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['draft', 'open', 'decided', 'withdrawn'])), name='suggestion_state_known'),
        ),
        migrations.AddConstraint(
            model_name='suggestion',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('handed_in_at', None), ('state', 'draft')), models.Q(models.Q(('state', 'draft'), _negated=True), ('handed_in_at__isnull', False), models.Q(('reason', ''), _negated=True)), _connector='OR'), name='suggestion_handed_in_with_reason'),
        ),
        migrations.AddConstraint(
            model_name='suggestion',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('closed_at', None), ('state__in', ['draft', 'open'])), models.Q(('closed_at__isnull', False), ('state__in', ['decided', 'withdrawn'])), _connector='OR'), name='suggestion_closed_at_an_hour'),
        ),
        migrations.AddConstraint(
            model_name='suggestion',
            constraint=models.UniqueConstraint(condition=models.Q(('state', 'draft')), fields=('plan', 'author'), name='suggestion_one_draft'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='suggestion',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "plans_suggestionevent" ("author_id", "author_name", "closed_at", "created_at", "handed_in_at", "id", "organisation", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "reason", "role", "state", "version") VALUES (NEW."author_id", NEW."author_name", NEW."closed_at", NEW."created_at", NEW."handed_in_at", NEW."id", NEW."organisation", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."plan_id", NEW."reason", NEW."role", NEW."state", NEW."version"); RETURN NULL;', hash='a22dbf1b1feee91bd662dc0965da2409d1673b73', operation='INSERT', pgid='pgtrigger_insert_insert_b71b2', table='plans_suggestion', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='suggestion',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "plans_suggestionevent" ("author_id", "author_name", "closed_at", "created_at", "handed_in_at", "id", "organisation", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "reason", "role", "state", "version") VALUES (NEW."author_id", NEW."author_name", NEW."closed_at", NEW."created_at", NEW."handed_in_at", NEW."id", NEW."organisation", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."plan_id", NEW."reason", NEW."role", NEW."state", NEW."version"); RETURN NULL;', hash='5d9eab4ab29d75fe56746cf864524210f6d4b906', operation='UPDATE', pgid='pgtrigger_update_update_d11f4', table='plans_suggestion', when='AFTER')),
        ),
        migrations.AddIndex(
            model_name='suggestedchange',
            index=django.contrib.postgres.indexes.GinIndex(fields=['change'], name='suggested_changes', opclasses=['jsonb_path_ops']),
        ),
        migrations.AddConstraint(
            model_name='suggestedchange',
            constraint=models.UniqueConstraint(fields=('suggestion', 'number'), name='suggested_number_once'),
        ),
        migrations.AddConstraint(
            model_name='suggestedchange',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('changeset', None), ('decided_at', None), ('decided_by', None), ('verdict', ''), ('why', '')), models.Q(('decided_at__isnull', False), ('decided_by__isnull', False), ('verdict', 'accepted'), ('why', '')), models.Q(('changeset', None), ('decided_at__isnull', False), ('decided_by__isnull', False), ('verdict', 'declined'), models.Q(('why', ''), _negated=True)), _connector='OR'), name='suggested_decided_whole'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='suggestedchange',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "plans_suggestedchangeevent" ("change", "changeset_id", "decided_at", "decided_by_id", "decided_by_name", "id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "suggestion_id", "verdict", "why") VALUES (NEW."change", NEW."changeset_id", NEW."decided_at", NEW."decided_by_id", NEW."decided_by_name", NEW."id", NEW."number", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."suggestion_id", NEW."verdict", NEW."why"); RETURN NULL;', hash='028abac0db225cbe19483e4da26c8f7f5e8cb171', operation='UPDATE', pgid='pgtrigger_update_update_aede1', table='plans_suggestedchange', when='AFTER')),
        ),
        migrations.AddIndex(
            model_name='thread',
            index=models.Index(fields=['plan', 'collection', 'key'], name='thread_of_element'),
        ),
        migrations.AddIndex(
            model_name='thread',
            index=models.Index(condition=models.Q(('resolved_at', None)), fields=['plan', '-said_at'], name='thread_unresolved'),
        ),
        migrations.AddConstraint(
            model_name='thread',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('collection', ''), ('key', '')), models.Q(models.Q(('collection', ''), _negated=True), models.Q(('key', ''), _negated=True)), _connector='OR'), name='thread_is_about_an_element'),
        ),
        migrations.AddConstraint(
            model_name='thread',
            constraint=models.CheckConstraint(condition=models.Q(('suggestion', None), models.Q(('collection', ''), ('field', ''), ('key', '')), _connector='OR'), name='thread_about_one_thing'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='thread',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "plans_threadevent" ("collection", "field", "id", "key", "opened_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "resolved_at", "said_at", "suggestion_id") VALUES (NEW."collection", NEW."field", NEW."id", NEW."key", NEW."opened_at", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."plan_id", NEW."resolved_at", NEW."said_at", NEW."suggestion_id"); RETURN NULL;', hash='e5691b5cbe7b8206ecf96ee296045b00fad96ff0', operation='INSERT', pgid='pgtrigger_insert_insert_f6c20', table='plans_thread', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='thread',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "plans_threadevent" ("collection", "field", "id", "key", "opened_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "resolved_at", "said_at", "suggestion_id") VALUES (NEW."collection", NEW."field", NEW."id", NEW."key", NEW."opened_at", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."plan_id", NEW."resolved_at", NEW."said_at", NEW."suggestion_id"); RETURN NULL;', hash='c98464b61740c3df3baef6b7a86fbfc5dda6e253', operation='UPDATE', pgid='pgtrigger_update_update_6c9f0', table='plans_thread', when='AFTER')),
        ),
        migrations.AddIndex(
            model_name='remark',
            index=models.Index(fields=['thread', 'at'], name='remark_of_thread'),
        ),
        migrations.AddConstraint(
            model_name='remark',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('act', ''), _negated=True), models.Q(('text', ''), _negated=True), _connector='OR'), name='remark_says_or_does'),
        ),
        migrations.AddConstraint(
            model_name='remark',
            constraint=models.CheckConstraint(condition=models.Q(('act__in', ['', 'resolve', 'reopen'])), name='remark_act_known'),
        ),
        migrations.AddConstraint(
            model_name='remark',
            constraint=models.CheckConstraint(condition=models.Q(('mended_at', None), ('mended_at__gte', models.F('at')), _connector='OR'), name='remark_mended_after'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='remark',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "plans_remarkevent" ("act", "at", "author_id", "author_name", "id", "mended_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "thread_id") VALUES (NEW."act", NEW."at", NEW."author_id", NEW."author_name", NEW."id", NEW."mended_at", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."text", NEW."thread_id"); RETURN NULL;', hash='917b8d7d49aba7968ca532eb6673d7569325465d', operation='INSERT', pgid='pgtrigger_insert_insert_acce8', table='plans_remark', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='remark',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "plans_remarkevent" ("act", "at", "author_id", "author_name", "id", "mended_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "thread_id") VALUES (NEW."act", NEW."at", NEW."author_id", NEW."author_name", NEW."id", NEW."mended_at", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."text", NEW."thread_id"); RETURN NULL;', hash='5f274f0bfcc77f199b85c735b1ba8a4b6bd64950', operation='UPDATE', pgid='pgtrigger_update_update_4e0a7', table='plans_remark', when='AFTER')),
        ),
    ]
