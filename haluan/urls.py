"""All addresses: Indonesian, short, stable. Each stage keeps its own list."""

from django.urls import include, path

from haluan.plans.library.views import library

urlpatterns = [
    path("", include("haluan.publishing.urls")),
    path("", include("haluan.web.urls")),
    path("", include("haluan.accounts.urls")),
    path("", include("haluan.regions.urls")),
    path("", include("haluan.programme.urls")),
    path("aturan/", include("haluan.plans.findings.urls")),
    path("rencana/", include("haluan.impact.urls")),
    path("rencana/", include("haluan.plans.urls")),
    path("pustaka/", library, name="library"),
]

handler400 = "haluan.web.errors.bad_request"
handler403 = "haluan.web.errors.forbidden"
handler404 = "haluan.web.errors.not_found"
handler500 = "haluan.web.errors.server_error"
