from django.urls import path

from .views import applying, figures, runs, scenarios

HERE = "<slug:slug>/anggaran"

urlpatterns = [
    path(f"{HERE}/hitung/", runs.optimise, name="plan-optimise"),
    path(f"{HERE}/hitungan/<int:pk>/", runs.state, name="plan-optimisation"),
    path(f"{HERE}/hitungan/<int:pk>/batal/", runs.cancel, name="plan-optimisation-cancel"),
    path(f"{HERE}/hitungan/<int:pk>/tanya/", runs.inquire, name="plan-inquire"),
    path(f"{HERE}/tanya/<int:pk>/", runs.inquiry_state, name="plan-inquiry"),
    path(f"{HERE}/tanya/<int:pk>/batal/", runs.inquiry_cancel, name="plan-inquiry-cancel"),
    path(f"{HERE}/terapkan/", applying.apply, name="plan-portfolio-apply"),
    path(f"{HERE}/skenario/", scenarios.keep, name="plan-scenario-keep"),
    path(f"{HERE}/skenario/<int:pk>/hapus/", scenarios.remove, name="plan-scenario-remove"),
    path(f"{HERE}/banding/", scenarios.compare, name="plan-scenarios"),
    path(f"{HERE}/rincian/", figures.figure, name="plan-figure"),
]
