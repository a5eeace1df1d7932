from django.urls import path, register_converter

from haluan.plans.library import views as library
from haluan.plans.tables import views as tables
from haluan.plans.tables.views import TableConverter

from . import acts, pictures, views
from .addresses import CollectionConverter

register_converter(CollectionConverter, "collection")
register_converter(TableConverter, "table")

urlpatterns = [
    path("", views.start, name="desk"),
    path("hadir/", acts.presence, name="desk-presence"),
    path("rantai/<slug:dimension>/", views.chain, name="desk-chain"),
    path("angka/<collection:collection>/<path:key>/", views.judge, name="desk-judge"),
    path("pindah/<collection:collection>/<path:key>/", acts.move, name="desk-move"),
    path("hapus/<collection:collection>/<path:key>/", acts.remove, name="desk-remove"),
    path("jawab/<collection:collection>/<path:key>/", acts.answered, name="desk-answered"),
    path("pratinjau/", views.preview_of, name="desk-preview"),
    path("unggah/gambar/", pictures.upload, name="desk-upload"),
    path("tambah/<collection:collection>/", acts.add, name="desk-add"),
    path("ambil/", library.search, name="desk-library"),
    path("ambil/<path:origin>/", library.taken, name="desk-take"),
    path("tabel/<table:table>/", tables.table, name="desk-table"),
    path("tabel/<table:table>/urungkan/<int:number>/", tables.take_back, name="desk-table-undo"),
    path("<collection:collection>/", views.elements, name="desk-list"),
    path("<collection:collection>/<path:key>/", views.element, name="desk-element"),
]
