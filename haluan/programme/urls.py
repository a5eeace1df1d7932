from django.urls import path

from . import views

urlpatterns = [
    path("angkatan/<int:year>/", views.cohort, name="cohort"),
    path("angkatan/<int:year>/daftar.csv", views.cohort_file, name="cohort_file"),
    path("angkatan/<int:year>/pengumuman/", views.announcement, name="announcement"),
]
