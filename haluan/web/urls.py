from django.urls import path

from . import offline, views

urlpatterns = [
    path("healthz", views.healthz, name="healthz"),
    path("luring.js", offline.worker, name="worker"),
    path("luring/", offline.offline, name="offline"),
    path("kerja/", views.work, name="work"),
    path("bahasa/", views.language, name="language"),
    path("tema/", views.theme, name="theme"),
    path("komponen/", views.pieces, name="pieces"),
]
