import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Institution',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120, unique=True)),
                ('kind', models.CharField(choices=[('ministry', 'kementerian dan lembaga'), ('industry', 'industri'), ('academia', 'perguruan tinggi'), ('practitioner', 'praktisi')], max_length=12)),
                ('role', models.CharField(blank=True, max_length=200)),
                ('source', models.CharField(max_length=300)),
                ('fictional', models.BooleanField(default=False)),
            ],
            options={
                'ordering': ['kind', 'name'],
            },
        ),
        migrations.CreateModel(
            name='Province',
            fields=[
                ('code', models.CharField(max_length=2, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=80, unique=True)),
                ('fictional', models.BooleanField(default=False)),
            ],
            options={
                'ordering': ['code'],
                'constraints': [models.CheckConstraint(condition=models.Q(('code__regex', '^[0-9]{2}$')), name='province_code')],
            },
        ),
        migrations.CreateModel(
            name='Region',
            fields=[
                ('code', models.CharField(max_length=5, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=80)),
                ('kind', models.CharField(choices=[('kabupaten', 'kabupaten'), ('kota', 'kota')], max_length=9)),
                ('fictional', models.BooleanField(default=False)),
                ('province', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='regions', to='regions.province')),
            ],
            options={
                'ordering': ['code'],
                'constraints': [models.CheckConstraint(condition=models.Q(('code__regex', '^[0-9]{2}\\.[0-9]{2}$')), name='region_code'), models.UniqueConstraint(fields=('name',), name='region_name_unique')],
            },
        ),
    ]
