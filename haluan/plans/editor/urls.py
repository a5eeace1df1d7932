from django.urls import path, register_converter

from . import acts, pictures, views
from .addresses import CollectionConverter

register_converter(CollectionConverter, "collection")

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
    path("<collection:collection>/", views.elements, name="desk-list"),
    path("<collection:collection>/<path:key>/", views.element, name="desk-element"),
]
