from django.urls import include, path

from .findings import views as findings
from .views import acts, history, overview, pages, pictures

urlpatterns = [
    path("", pages.plans, name="plans"),
    path("<slug:slug>/", overview.overview, name="plan"),
    path("<slug:slug>/peta-jalan/", overview.roadmap, name="plan-roadmap"),
    path("<slug:slug>/anggaran/", overview.budget, name="plan-budget"),
    path("<slug:slug>/anggaran/belanja.csv", overview.budget_file, name="plan-budget-csv"),
    path("<slug:slug>/manfaat/", overview.impact, name="plan-impact"),
    path("<slug:slug>/dimensi/<slug:dimension>/", overview.dimension, name="plan-dimension"),
    path("<slug:slug>/inovasi/<slug:key>/", overview.innovation, name="plan-innovation"),
    path("<slug:slug>/masalah/<slug:key>/", overview.problem, name="plan-problem"),
    path("<slug:slug>/gambar/<str:digest>/", pictures.picture, name="plan-picture"),
    path("<slug:slug>/tulis/", include("haluan.plans.editor.urls")),
    path("<slug:slug>/", include("haluan.plans.exchange.urls")),
    path("<slug:slug>/temuan/", findings.findings, name="plan-findings"),
    path("<slug:slug>/temuan/terima/", findings.accept, name="plan-finding-accept"),
    path("<slug:slug>/temuan/tarik/", findings.withdraw, name="plan-finding-withdraw"),
    path("<slug:slug>/temuan/perbaiki/", findings.fix, name="plan-finding-fix"),
    path("<slug:slug>/", include("haluan.plans.together.urls")),
    path("<slug:slug>/unduh.json", pages.download, name="plan-download"),
    path("<slug:slug>/riwayat/", history.history, name="plan-history"),
    path("<slug:slug>/riwayat/<int:number>/", history.change, name="plan-change"),
    path("<slug:slug>/riwayat/<int:number>/batalkan/", acts.revert, name="plan-revert"),
    path("<slug:slug>/riwayat/<int:number>/pulihkan/", acts.restore, name="plan-restore"),
    path(
        "<slug:slug>/riwayat/unsur/<slug:collection>/<path:key>/<str:field>", history.blame, name="plan-blame"
    ),
    path("<slug:slug>/banding/", history.compare, name="plan-compare"),
    path("<slug:slug>/versi/", acts.versions, name="plan-versions"),
    path("<slug:slug>/bentrok/", acts.conflict, name="plan-conflict"),
]
