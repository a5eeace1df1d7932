from django.urls import path

from . import views

urlpatterns = [
    path("healthz", views.healthz, name="healthz"),
    path("kerja/", views.work, name="work"),
    path("bahasa/", views.language, name="language"),
    path("tema/", views.theme, name="theme"),
    path("komponen/", views.pieces, name="pieces"),
]
