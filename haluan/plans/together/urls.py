from django.urls import path

from . import deciding, desk, shares, suggestions, threads

urlpatterns = [
    path("bagian/", shares.board, name="plan-shares"),
    path("bagian/<int:pk>/serahkan/", shares.hand_in, name="plan-share-hand-in"),
    path("bagian/<int:pk>/ubah/", shares.turn, name="plan-share-turn"),
    path("bicara/", threads.threads, name="plan-threads"),
    path("bicara/<int:pk>/", threads.thread, name="plan-thread"),
    path("bicara/kata/<int:pk>/", threads.mend, name="plan-remark"),
    path("bicara/<collection:collection>/<path:key>/", threads.of_element, name="plan-element-threads"),
    path("usul/", suggestions.suggestions, name="plan-suggestions"),
    path("usul/<int:pk>/", suggestions.suggestion, name="plan-suggestion"),
    path("usul/<int:pk>/serahkan/", suggestions.hand_in, name="plan-suggestion-hand-in"),
    path("usul/<int:pk>/tarik/", suggestions.withdraw, name="plan-suggestion-withdraw"),
    path("usul/<int:pk>/putusan/", deciding.decide, name="plan-suggestion-decide"),
    path("usul/<int:pk>/tanya/", suggestions.ask, name="plan-suggestion-ask"),
    path("usul/tulis/", desk.start, name="suggest"),
    path("usul/tulis/angka/<collection:collection>/<path:key>/", desk.judge, name="suggest-judge"),
    path("usul/tulis/batal/<collection:collection>/<path:key>/", desk.undo, name="suggest-undo"),
    path("usul/tulis/pratinjau/", desk.preview_of, name="suggest-preview"),
    path("usul/tulis/pindah/<collection:collection>/<path:key>/", desk.move, name="suggest-move"),
    path("usul/tulis/hapus/<collection:collection>/<path:key>/", desk.remove, name="suggest-remove"),
    path("usul/tulis/jawab/<collection:collection>/<path:key>/", desk.answered, name="suggest-answered"),
    path("usul/tulis/tambah/<collection:collection>/", desk.add, name="suggest-add"),
    path("usul/tulis/<collection:collection>/", desk.elements, name="suggest-list"),
    path("usul/tulis/<collection:collection>/<path:key>/", desk.element, name="suggest-element"),
]
