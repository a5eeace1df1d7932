import django.core.validators
import django.db.models.deletion
import django.db.models.functions.text
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0001_initial'),
        ('pghistory', '0007_auto_20250421_0444'),
        ('regions', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Letter',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('to', models.EmailField(db_index=True, max_length=254)),
                ('subject', models.CharField(max_length=300)),
                ('body', models.TextField()),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                'ordering': ['-at', '-id'],
            },
        ),
        migrations.CreateModel(
            name='Handover',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('to_email', models.EmailField(max_length=254)),
                ('note', models.CharField(blank=True, max_length=300)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('done_at', models.DateTimeField(blank=True, null=True)),
                ('cancelled_at', models.DateTimeField(blank=True, null=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('new_role', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.role')),
                ('role', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='handovers', to='accounts.role')),
            ],
            options={
                'ordering': ['-at', '-id'],
            },
        ),
        migrations.CreateModel(
            name='Invitation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('email', models.EmailField(max_length=254)),
                ('kind', models.CharField(choices=[('office', 'kantor program'), ('assessor', 'penilai'), ('mentor', 'pembimbing'), ('head', 'kepala daerah'), ('coordinator', 'koordinator daerah'), ('member', 'anggota perangkat daerah'), ('ministry', 'kementerian'), ('partner', 'mitra industri'), ('resident', 'warga')], max_length=12)),
                ('agency', models.CharField(blank=True, max_length=24)),
                ('token_hash', models.CharField(max_length=64, unique=True)),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('expires_at', models.DateTimeField()),
                ('answer', models.CharField(blank=True, choices=[('accepted', 'diterima'), ('declined', 'ditolak'), ('revoked', 'dicabut')], max_length=8)),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
                ('accepted_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('institution', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='regions.institution')),
                ('invited_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='invitations_sent', to=settings.AUTH_USER_MODEL)),
                ('region', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='regions.region')),
            ],
            options={
                'ordering': ['-created_at', '-id'],
            },
        ),
        migrations.CreateModel(
            name='HandoverEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('to_email', models.EmailField(max_length=254)),
                ('note', models.CharField(blank=True, max_length=300)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('done_at', models.DateTimeField(blank=True, null=True)),
                ('cancelled_at', models.DateTimeField(blank=True, null=True)),
                ('by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('new_role', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.role')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='accounts.handover')),
                ('role', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.role')),
                ('invitation', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='accounts.invitation')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddField(
            model_name='handover',
            name='invitation',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='handovers', to='accounts.invitation'),
        ),
        migrations.CreateModel(
            name='InvitationEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('email', models.EmailField(max_length=254)),
                ('kind', models.CharField(choices=[('office', 'kantor program'), ('assessor', 'penilai'), ('mentor', 'pembimbing'), ('head', 'kepala daerah'), ('coordinator', 'koordinator daerah'), ('member', 'anggota perangkat daerah'), ('ministry', 'kementerian'), ('partner', 'mitra industri'), ('resident', 'warga')], max_length=12)),
                ('agency', models.CharField(blank=True, max_length=24)),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('expires_at', models.DateTimeField()),
                ('answer', models.CharField(blank=True, choices=[('accepted', 'diterima'), ('declined', 'ditolak'), ('revoked', 'dicabut')], max_length=8)),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
                ('accepted_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('institution', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='regions.institution')),
                ('invited_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='accounts.invitation')),
                ('region', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='regions.region')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Notice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('what', models.CharField(max_length=200)),
                ('why', models.CharField(blank=True, max_length=300)),
                ('url', models.CharField(max_length=300)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('read_at', models.DateTimeField(blank=True, null=True)),
                ('mailed_at', models.DateTimeField(blank=True, null=True)),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='notices', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-at', '-id'],
            },
        ),
        migrations.CreateModel(
            name='NoticeChoice',
            fields=[
                ('user', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='notice_choice', serialize=False, to=settings.AUTH_USER_MODEL)),
                ('digest', models.BooleanField(default=True, verbose_name='Kirim ringkasan harian lewat e-mail')),
                ('hour', models.PositiveSmallIntegerField(default=7, validators=[django.core.validators.MaxValueValidator(23)], verbose_name='Jam ringkasan')),
                ('quiet_from', models.PositiveSmallIntegerField(default=20, validators=[django.core.validators.MaxValueValidator(23)], verbose_name='Jam tenang mulai')),
                ('quiet_until', models.PositiveSmallIntegerField(default=6, validators=[django.core.validators.MaxValueValidator(23)], verbose_name='Jam tenang sampai')),
                ('zone', models.CharField(choices=[('Asia/Jakarta', 'WIB (Jakarta)'), ('Asia/Makassar', 'WITA (Makassar)'), ('Asia/Jayapura', 'WIT (Jayapura)')], default='Asia/Jakarta', max_length=20, verbose_name='Zona waktu')),
                ('language', models.CharField(choices=[('id', 'Bahasa Indonesia'), ('en', 'Inggris')], default='id', max_length=2, verbose_name='Bahasa surat')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('hour__lte', 23), ('quiet_from__lte', 23), ('quiet_until__lte', 23)), name='notice_choice_hours'), models.CheckConstraint(condition=models.Q(('quiet_from', models.F('quiet_until')), models.Q(('hour__lt', models.F('quiet_from')), ('quiet_from__lt', models.F('quiet_until'))), models.Q(('hour__gte', models.F('quiet_until')), ('quiet_from__lt', models.F('quiet_until'))), models.Q(('hour__gte', models.F('quiet_until')), ('hour__lt', models.F('quiet_from')), ('quiet_from__gt', models.F('quiet_until'))), _connector='OR'), name='notice_choice_hour_not_quiet', violation_error_message='Jam ringkasan jatuh di jam tenang. Ubah salah satunya.')],
            },
        ),
        migrations.CreateModel(
            name='Recovery',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reason', models.CharField(max_length=300)),
                ('asked_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('verified_at', models.DateTimeField(blank=True, null=True)),
                ('how', models.CharField(blank=True, help_text='How the person was known, or why it was refused', max_length=300)),
                ('token_hash', models.CharField(blank=True, max_length=64)),
                ('link_sent_at', models.DateTimeField(blank=True, null=True)),
                ('end', models.CharField(blank=True, choices=[('used', 'Used'), ('refused', 'Refused'), ('cancelled', 'Cancelled')], max_length=9)),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('ended_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='recoveries', to=settings.AUTH_USER_MODEL)),
                ('verified_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-asked_at', '-id'],
            },
        ),
        migrations.CreateModel(
            name='RecoveryEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('reason', models.CharField(max_length=300)),
                ('asked_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('verified_at', models.DateTimeField(blank=True, null=True)),
                ('how', models.CharField(blank=True, help_text='How the person was known, or why it was refused', max_length=300)),
                ('link_sent_at', models.DateTimeField(blank=True, null=True)),
                ('end', models.CharField(blank=True, choices=[('used', 'Used'), ('refused', 'Refused'), ('cancelled', 'Cancelled')], max_length=9)),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('ended_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='accounts.recovery')),
                ('user', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('verified_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Digest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('day', models.DateField(help_text="In the person's own time zone")),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('user', 'day'), name='digest_once_a_day')],
            },
        ),
        migrations.AddConstraint(
            model_name='invitation',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind__in', ['mentor', 'head', 'coordinator', 'member']), ('region__isnull', False)), models.Q(('kind__in', ['mentor', 'head', 'coordinator', 'member']), _negated=True), _connector='OR'), name='invitation_has_region'),
        ),
        migrations.AddConstraint(
            model_name='invitation',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('institution__isnull', False), ('kind__in', ['ministry', 'partner'])), models.Q(('kind__in', ['ministry', 'partner']), _negated=True), _connector='OR'), name='invitation_has_institution'),
        ),
        migrations.AddConstraint(
            model_name='invitation',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind', 'member'), _negated=True), models.Q(('agency', ''), _negated=True), _connector='OR'), name='invitation_member_has_agency'),
        ),
        migrations.AddConstraint(
            model_name='invitation',
            constraint=models.CheckConstraint(condition=models.Q(('kind', 'member'), ('agency', ''), _connector='OR'), name='invitation_agency_only_of_member'),
        ),
        migrations.AddConstraint(
            model_name='invitation',
            constraint=models.CheckConstraint(condition=models.Q(('email', django.db.models.functions.text.Lower('email'))), name='invitation_email_lower'),
        ),
        migrations.AddConstraint(
            model_name='invitation',
            constraint=models.CheckConstraint(condition=models.Q(('expires_at__gt', models.F('created_at'))), name='invitation_expires_later'),
        ),
        migrations.AddConstraint(
            model_name='invitation',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('answer', ''), ('answered_at', None)), models.Q(models.Q(('answer', ''), _negated=True), ('answered_at__isnull', False)), _connector='OR'), name='invitation_answer_has_time'),
        ),
        migrations.AddConstraint(
            model_name='invitation',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('accepted_by__isnull', False), ('answer', 'accepted')), models.Q(models.Q(('answer', 'accepted'), _negated=True), ('accepted_by', None)), _connector='OR'), name='invitation_accepted_by'),
        ),
        migrations.AddConstraint(
            model_name='invitation',
            constraint=models.UniqueConstraint(condition=models.Q(('answered_at', None)), fields=('email', 'kind', 'region', 'institution', 'agency'), name='invitation_once_open', nulls_distinct=False),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='invitation',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "accounts_invitationevent" ("accepted_by_id", "agency", "answer", "answered_at", "created_at", "email", "expires_at", "id", "institution_id", "invited_by_id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "region_id") VALUES (NEW."accepted_by_id", NEW."agency", NEW."answer", NEW."answered_at", NEW."created_at", NEW."email", NEW."expires_at", NEW."id", NEW."institution_id", NEW."invited_by_id", NEW."kind", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."region_id"); RETURN NULL;', hash='d83960b91b4f421782b85a59a99184f73445916e', operation='INSERT', pgid='pgtrigger_insert_insert_8c354', table='accounts_invitation', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='invitation',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."accepted_by_id" IS DISTINCT FROM (NEW."accepted_by_id") OR OLD."agency" IS DISTINCT FROM (NEW."agency") OR OLD."answer" IS DISTINCT FROM (NEW."answer") OR OLD."answered_at" IS DISTINCT FROM (NEW."answered_at") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."email" IS DISTINCT FROM (NEW."email") OR OLD."expires_at" IS DISTINCT FROM (NEW."expires_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."institution_id" IS DISTINCT FROM (NEW."institution_id") OR OLD."invited_by_id" IS DISTINCT FROM (NEW."invited_by_id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."region_id" IS DISTINCT FROM (NEW."region_id"))', func='INSERT INTO "accounts_invitationevent" ("accepted_by_id", "agency", "answer", "answered_at", "created_at", "email", "expires_at", "id", "institution_id", "invited_by_id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "region_id") VALUES (NEW."accepted_by_id", NEW."agency", NEW."answer", NEW."answered_at", NEW."created_at", NEW."email", NEW."expires_at", NEW."id", NEW."institution_id", NEW."invited_by_id", NEW."kind", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."region_id"); RETURN NULL;', hash='8514f51795f0c06b89956007d7cd4416cc1f1aae', operation='UPDATE', pgid='pgtrigger_update_update_4e12d', table='accounts_invitation', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='handover',
            constraint=models.UniqueConstraint(condition=models.Q(('cancelled_at', None), ('done_at', None)), fields=('role',), name='handover_once_open'),
        ),
        migrations.AddConstraint(
            model_name='handover',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('done_at', None), ('new_role', None)), models.Q(('done_at__isnull', False), ('new_role__isnull', False)), _connector='OR'), name='handover_done_has_role'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='handover',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "accounts_handoverevent" ("at", "by_id", "cancelled_at", "done_at", "id", "invitation_id", "new_role_id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role_id", "to_email") VALUES (NEW."at", NEW."by_id", NEW."cancelled_at", NEW."done_at", NEW."id", NEW."invitation_id", NEW."new_role_id", NEW."note", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."role_id", NEW."to_email"); RETURN NULL;', hash='0c24bf3f5fa78a8a8d3c8c66e438b3c8d880ccda', operation='INSERT', pgid='pgtrigger_insert_insert_e2d53', table='accounts_handover', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='handover',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "accounts_handoverevent" ("at", "by_id", "cancelled_at", "done_at", "id", "invitation_id", "new_role_id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role_id", "to_email") VALUES (NEW."at", NEW."by_id", NEW."cancelled_at", NEW."done_at", NEW."id", NEW."invitation_id", NEW."new_role_id", NEW."note", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."role_id", NEW."to_email"); RETURN NULL;', hash='55d21449c45c5a0404e4a1cac5cb2023460d3fbc', operation='UPDATE', pgid='pgtrigger_update_update_d9816', table='accounts_handover', when='AFTER')),
        ),
        migrations.AddIndex(
            model_name='notice',
            index=models.Index(fields=['user', '-at'], name='notice_of_user'),
        ),
        migrations.AddIndex(
            model_name='notice',
            index=models.Index(condition=models.Q(('mailed_at', None), ('read_at', None)), fields=['user'], name='notice_for_digest'),
        ),
        migrations.AddConstraint(
            model_name='recovery',
            constraint=models.UniqueConstraint(condition=models.Q(('ended_at', None)), fields=('user',), name='recovery_once_open'),
        ),
        migrations.AddConstraint(
            model_name='recovery',
            constraint=models.UniqueConstraint(condition=models.Q(('token_hash', ''), _negated=True), fields=('token_hash',), name='recovery_token'),
        ),
        migrations.AddConstraint(
            model_name='recovery',
            constraint=models.CheckConstraint(condition=models.Q(('verified_by', None), models.Q(('verified_by', models.F('user')), _negated=True), _connector='OR'), name='recovery_not_by_oneself'),
        ),
        migrations.AddConstraint(
            model_name='recovery',
            constraint=models.CheckConstraint(condition=models.Q(('token_hash', ''), ('verified_at__isnull', False), _connector='OR'), name='recovery_link_after_verifying'),
        ),
        migrations.AddConstraint(
            model_name='recovery',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('end', ''), ('ended_at', None)), models.Q(models.Q(('end', ''), _negated=True), ('ended_at__isnull', False)), _connector='OR'), name='recovery_end_has_time'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='recovery',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "accounts_recoveryevent" ("asked_at", "end", "ended_at", "ended_by_id", "how", "id", "link_sent_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "user_id", "verified_at", "verified_by_id") VALUES (NEW."asked_at", NEW."end", NEW."ended_at", NEW."ended_by_id", NEW."how", NEW."id", NEW."link_sent_at", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reason", NEW."user_id", NEW."verified_at", NEW."verified_by_id"); RETURN NULL;', hash='b5aadecb6be88068f59106ca79a457910c82a5e3', operation='INSERT', pgid='pgtrigger_insert_insert_bbb0e', table='accounts_recovery', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='recovery',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."asked_at" IS DISTINCT FROM (NEW."asked_at") OR OLD."end" IS DISTINCT FROM (NEW."end") OR OLD."ended_at" IS DISTINCT FROM (NEW."ended_at") OR OLD."ended_by_id" IS DISTINCT FROM (NEW."ended_by_id") OR OLD."how" IS DISTINCT FROM (NEW."how") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."link_sent_at" IS DISTINCT FROM (NEW."link_sent_at") OR OLD."reason" IS DISTINCT FROM (NEW."reason") OR OLD."user_id" IS DISTINCT FROM (NEW."user_id") OR OLD."verified_at" IS DISTINCT FROM (NEW."verified_at") OR OLD."verified_by_id" IS DISTINCT FROM (NEW."verified_by_id"))', func='INSERT INTO "accounts_recoveryevent" ("asked_at", "end", "ended_at", "ended_by_id", "how", "id", "link_sent_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "user_id", "verified_at", "verified_by_id") VALUES (NEW."asked_at", NEW."end", NEW."ended_at", NEW."ended_by_id", NEW."how", NEW."id", NEW."link_sent_at", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reason", NEW."user_id", NEW."verified_at", NEW."verified_by_id"); RETURN NULL;', hash='f80623320f1a9e858dbd2a259d54a84a6549daa7', operation='UPDATE', pgid='pgtrigger_update_update_04d97', table='accounts_recovery', when='AFTER')),
        ),
    ]
