"""The stages of a cohort, in their order, with their words for staff and for the public.

A stage is data: pages, timelines and checks read this table and nothing else names the stages.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Stage(models.TextChoices):
    INVITED = "invited", _("Diundang")
    ASSESSED = "assessed", _("Dinilai")
    CHOSEN = "chosen", _("Terpilih")
    AGREEMENT = "agreement", _("Nota kesepahaman")
    WORKSHOPS = "workshops", _("Bimtek 1–4")
    BOOKS = "books", _("Buku I–III")
    ENACTED = "enacted", _("Ditetapkan")
    EVALUATED = "evaluated", _("Dinilai tiap tahun")


@dataclass(frozen=True)
class Words:
    """What happens in a stage: one line for residents, one for those who run it."""

    stage: Stage
    public: str | Promise
    staff: str | Promise

    @property
    def label(self) -> str:
        return str(self.stage.label)


STAGES: tuple[Words, ...] = (
    Words(
        Stage.INVITED,
        _("Mengisi kuesioner kesiapan"),
        _("Daerah diundang menurut indeks dan mengisi kuesioner"),
    ),
    Words(
        Stage.ASSESSED, _("Wawancara dan indeks daerah"), _("Penilai mewawancarai daerah dan memberi nilai")
    ),
    Words(Stage.CHOSEN, _("Ditetapkan dengan surat"), _("Surat Ditjen Aptika menyebut daerah yang lulus")),
    Words(
        Stage.AGREEMENT,
        _("Ditandatangani kepala daerah"),
        _("Nota kesepahaman ditandatangani kepala daerah dan Ditjen Aptika"),
    ),
    Words(
        Stage.WORKSHOPS,
        _("Empat lokakarya di daerah"),
        _("Empat bimbingan teknis, kira-kira sebulan sekali, masing-masing dua hari"),
    ),
    Words(
        Stage.BOOKS,
        _("Analisis, rencana, ringkasan"),
        _("Buku I–III selesai, dipaparkan, dan dinilai tim kementerian"),
    ),
    Words(
        Stage.ENACTED,
        _("Perbup atau Perwali"),
        _("Rencana masuk RPJMD dan ditetapkan dengan Perbup atau Perwali"),
    ),
    Words(
        Stage.EVALUATED,
        _("Apa yang berjalan dan terasa"),
        _("Penilaian mandiri dengan bukti, diperiksa penilai setiap tahun"),
    ),
)
