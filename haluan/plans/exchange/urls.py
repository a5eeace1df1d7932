from django.urls import path

from . import views

urlpatterns = [
    path("lembar-kerja.xlsx", views.workbook, name="plan-workbook"),
    path("impor/", views.start, name="plan-import"),
    path("impor/kolom/", views.columns, name="plan-import-columns"),
    path("impor/periksa/", views.review, name="plan-import-review"),
    path("impor/nama/", views.names, name="plan-import-names"),
    path("impor/keadaan/", views.state, name="plan-import-state"),
    path("impor/buang/", views.discard, name="plan-import-discard"),
]
