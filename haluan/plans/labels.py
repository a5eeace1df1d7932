"""What every field is called on the screen: one place for the editor, the history and the public pages."""

from __future__ import annotations

import re
from typing import Any

from django.utils.translation import gettext_lazy as lazy
from django.utils.translation import pgettext_lazy

COLLECTIONS: dict[str, Any] = {
    "readiness": lazy("Kesiapan"),
    "issues": lazy("Isu strategis"),
    "problems": lazy("Masalah"),
    "innovations": lazy("Inovasi"),
    "enablers": lazy("Pemungkin"),
    "agencies": lazy("Perangkat daerah"),
    "districts": lazy("Kecamatan"),
    "budget": lazy("Pagu"),
    "risks": lazy("Risiko"),
    "chapters": lazy("Bab buku"),
    "figures": lazy("Gambar"),
    "acceptances": lazy("Temuan yang diterima"),
    "sources": lazy("Sumber"),
}

ONE: dict[str, Any] = {
    "": pgettext_lazy("satu", "Rencana"),
    "readiness": pgettext_lazy("satu", "Kesiapan"),
    "issues": pgettext_lazy("satu", "Isu strategis"),
    "problems": pgettext_lazy("satu", "Masalah"),
    "innovations": pgettext_lazy("satu", "Inovasi"),
    "enablers": pgettext_lazy("satu", "Pemungkin"),
    "agencies": pgettext_lazy("satu", "Perangkat daerah"),
    "districts": pgettext_lazy("satu", "Kecamatan"),
    "budget": pgettext_lazy("satu", "Pagu"),
    "risks": pgettext_lazy("satu", "Risiko"),
    "chapters": pgettext_lazy("satu", "Bab buku"),
    "figures": pgettext_lazy("satu", "Gambar"),
    "acceptances": pgettext_lazy("satu", "Temuan yang diterima"),
    "sources": pgettext_lazy("satu", "Sumber"),
}
"""One element of a collection: the same word in Indonesian, another in English."""

PLAN: dict[str, Any] = {
    "format": lazy("Format"),
    "region": lazy("Daerah"),
    "region.code": lazy("Kode daerah"),
    "region.name": lazy("Nama daerah"),
    "region.population": lazy("Jumlah penduduk"),
    "title": lazy("Judul rencana"),
    "period": lazy("Masa rencana"),
    "period.first_year": lazy("Tahun pertama"),
    "period.last_year": lazy("Tahun terakhir"),
    "vision": lazy("Visi"),
    "missions": lazy("Misi"),
    "settings": lazy("Aturan hitung"),
    "settings.discount_rate": lazy("Potongan manfaat per tahun"),
    "settings.price_year": lazy("Tahun harga"),
    "settings.carry_over": lazy("Sisa pagu pindah ke tahun berikutnya"),
    "settings.minimum_per_dimension": lazy("Inovasi terpilih paling sedikit per dimensi"),
    "settings.minimum_quick_wins": lazy("Program cepat paling sedikit di tahun pertama"),
    "settings.cost_error": lazy("Ketidakpastian biaya"),
    "governance": lazy("Dewan dan tim pelaksana"),
    "governance[].role": lazy("Kursi"),
    "governance[].name": lazy("Pejabat"),
    "governance[].body": lazy("Lembaga"),
    "legal_basis": lazy("Dasar hukum"),
}

SHARED: dict[str, Any] = {
    "id": lazy("Nomor"),
    "code": lazy("Kode"),
    "name": lazy("Nama"),
    "title": lazy("Nama"),
    "description": lazy("Penjelasan"),
    "kind": lazy("Jenis"),
    "dimension": lazy("Dimensi"),
    "evidence": lazy("Tingkat bukti"),
    "sources": lazy("Sumber"),
    "population": lazy("Jumlah penduduk"),
}

FIELDS: dict[str, dict[str, Any]] = {
    "readiness": {
        "element": lazy("Unsur kesiapan"),
        "aspect": lazy("Yang dilihat"),
        "level": lazy("Tingkat kini"),
        "target_level": lazy("Tingkat yang diinginkan"),
        "note": lazy("Temuan"),
        "gap": lazy("Kesenjangan"),
    },
    "issues": {"text": lazy("Isi isu")},
    "problems": {
        "title": pgettext_lazy("satu", "Masalah"),
        "description": lazy("Siapa, di mana, sejak kapan"),
        "people_affected": lazy("Warga terdampak"),
        "severity": lazy("Beratnya bagi satu orang"),
        "equity_weight": lazy("Bobot keadilan"),
        "districts": lazy("Kecamatan yang merasakan"),
        "people_by_district": lazy("Warga terdampak per kecamatan"),
        "people_by_district[]": lazy("Warga terdampak di %(key)s"),
        "group": lazy("Kelompok warga"),
        "indicator": lazy("Indikator"),
        "indicator.name": lazy("Yang diukur"),
        "indicator.unit": lazy("Satuan"),
        "indicator.baseline": lazy("Nilai awal"),
        "indicator.baseline_year": lazy("Tahun nilai awal"),
        "indicator.better": lazy("Arah yang lebih baik"),
        "indicator.standard": lazy("Standar"),
    },
    "innovations": {
        "title": lazy("Nama inovasi"),
        "sub_dimension": lazy("Subdimensi"),
        "service_change": lazy("Perubahan layanan"),
        "beneficiaries": lazy("Penerima manfaat"),
        "addresses": lazy("Masalah yang dikurangi"),
        "addresses[]": lazy("Pengaruh pada %(key)s"),
        "addresses[].share": lazy("Bagian %(key)s yang terbantu"),
        "addresses[].share.low": lazy("Bagian %(key)s yang terbantu, paling sedikit"),
        "addresses[].share.mode": lazy("Bagian %(key)s yang terbantu, paling mungkin"),
        "addresses[].share.high": lazy("Bagian %(key)s yang terbantu, paling banyak"),
        "addresses[].lag_years": lazy("Tahun sebelum %(key)s terasa berkurang"),
        "addresses[].evidence": lazy("Tingkat bukti untuk %(key)s"),
        "addresses[].note": lazy("Mengapa sebanyak itu untuk %(key)s"),
        "enablers": lazy("Pemungkin yang diperlukan"),
        "lead_agency": lazy("Perangkat daerah penanggung jawab"),
        "partner_agencies": lazy("Perangkat daerah mitra"),
        "start": lazy("Jendela mulai"),
        "start.earliest": lazy("Mulai paling awal"),
        "start.latest": lazy("Mulai paling lambat"),
        "duration_years": lazy("Lama membangun (tahun)"),
        "costs": lazy("Biaya membangun"),
        "costs[]": lazy("Biaya tahun ke-%(key)s"),
        "costs[].capital": lazy("Biaya modal tahun ke-%(key)s"),
        "costs[].operating": lazy("Biaya operasi tahun ke-%(key)s"),
        "operating_per_year": lazy("Biaya operasi tiap tahun"),
        "funding": lazy("Sumber dana"),
        "funding[]": lazy("Dana dari %(key)s"),
        "funding[].share": lazy("Bagian dari %(key)s"),
        "requires": lazy("Harus didahului"),
        "alternative_group": lazy("Kelompok pilihan"),
        "quick_win": lazy("Program cepat"),
        "outcomes": lazy("Ukuran keberhasilan"),
        "outcomes[].indicator.name": lazy("Indikator"),
        "outcomes[].indicator.unit": lazy("Satuan"),
        "outcomes[].indicator.better": lazy("Arah yang lebih baik"),
        "outcomes[].indicator.baseline": lazy("Nilai awal"),
        "outcomes[].indicator.baseline_year": lazy("Tahun nilai awal"),
        "outcomes[].indicator.standard": lazy("Standar"),
        "outcomes[].targets": lazy("Sasaran tiap tahun"),
        "alignment": lazy("Keselarasan dengan rencana lain"),
        "alignment[].document": lazy("Dokumen"),
        "alignment[].reference": lazy("Rujukan"),
        "readiness": lazy("Kesenjangan yang ditutup"),
        "issues": lazy("Isu strategis yang dijawab"),
        "sub_activities": lazy("Letaknya dalam anggaran tahunan"),
        "sub_activities[]": lazy("Subkegiatan %(key)s"),
        "sub_activities[].name": lazy("Nama subkegiatan %(key)s"),
        "sub_activities[].activity": lazy("Kegiatan dari subkegiatan %(key)s"),
        "sub_activities[].programme": lazy("Program dari subkegiatan %(key)s"),
        "sub_activities[].share": lazy("Bagian biaya pada subkegiatan %(key)s"),
        "adopted_from": lazy("Sudah berjalan di"),
        "adopted_from.region": lazy("Daerah asal"),
        "adopted_from.title": lazy("Nama di daerah asal"),
        "decision": lazy("Putusan"),
        "scheduled_start": lazy("Tahun mulai"),
    },
    "enablers": {
        "title": lazy("Nama tanpa merek"),
        "capital": lazy("Biaya modal"),
        "operating_per_year": lazy("Biaya operasi tiap tahun"),
        "exists": lazy("Sudah ada"),
    },
    "agencies": {"parallel_projects": lazy("Inovasi yang dapat dibangun bersamaan")},
    "districts": {},
    "budget": {"year": lazy("Tahun"), "source": lazy("Sumber dana"), "amount": lazy("Besarnya pagu")},
    "risks": {
        "title": lazy("Yang mungkin terjadi"),
        "likelihood": lazy("Kemungkinan"),
        "impact": lazy("Dampak"),
        "response": lazy("Pencegahan dan tindakan"),
        "owner": lazy("Penanggung jawab"),
        "innovations": lazy("Inovasi yang terancam"),
    },
    "chapters": {
        "book": lazy("Buku"),
        "place": lazy("Letak dalam buku"),
        "title": lazy("Judul bab"),
        "body": lazy("Isi bab"),
    },
    "figures": {
        "title": lazy("Keterangan gambar"),
        "alternative": lazy("Pengganti gambar"),
        "media_type": lazy("Jenis berkas"),
        "digest": lazy("Sidik berkas"),
    },
    "acceptances": {
        "code": lazy("Aturan"),
        "element": lazy("Unsur"),
        "field": lazy("Isian"),
        "reason": lazy("Mengapa diterima"),
        "by": lazy("Yang mempertanggungjawabkan"),
        "date": lazy("Tanggal"),
    },
    "sources": {
        "title": lazy("Judul"),
        "publisher": lazy("Penerbit"),
        "date": lazy("Tanggal"),
        "page": lazy("Halaman atau bagian"),
    },
}

CHOICES: dict[str, Any] = {
    "nature": lazy("alam"),
    "structure": lazy("struktur"),
    "infrastructure": lazy("infrastruktur"),
    "superstructure": lazy("suprastruktur"),
    "culture": lazy("budaya"),
    "strength": lazy("kekuatan"),
    "weakness": lazy("kelemahan"),
    "opportunity": lazy("peluang"),
    "threat": lazy("ancaman"),
    "governance": lazy("tata kelola"),
    "branding": lazy("citra daerah"),
    "economy": lazy("ekonomi"),
    "living": lazy("kehidupan"),
    "society": lazy("masyarakat"),
    "environment": lazy("lingkungan"),
    "technology": lazy("teknologi"),
    "data": lazy("data"),
    "regulation": lazy("regulasi"),
    "people": lazy("sumber daya manusia"),
    "organisation": lazy("organisasi"),
    "partnership": lazy("kemitraan"),
    "lower": lazy("makin kecil makin baik"),
    "higher": lazy("makin besar makin baik"),
    "proposed": lazy("diusulkan"),
    "chosen": lazy("terpilih"),
    "not_chosen": lazy("tidak terpilih"),
    "council": lazy("Dewan Smart City"),
    "executive_team": lazy("Tim Pelaksana"),
    "I": lazy("Buku I, Analisis Strategis"),
    "II": lazy("Buku II, Rencana Induk"),
    "III": lazy("Buku III, Ringkasan Eksekutif"),
    "opening": lazy("pembuka"),
    "analysis": lazy("analisis"),
    "strategy": lazy("strategi"),
    "programme": lazy("program"),
    "closing": lazy("penutup"),
    "hibah": lazy("hibah"),
    "lainnya": lazy("lainnya"),
    "A": lazy("A, diukur di sini"),
    "B": lazy("B, diukur di tempat lain"),
    "C": lazy("C, taksiran ahli"),
    "D": lazy("D, anggapan"),
}
"""The words for coded values; what a field may hold is the core's to say."""

LEVELS: dict[str, tuple[Any, ...]] = {
    "readiness": (lazy("belum ada"), lazy("dirintis"), lazy("berjalan"), lazy("mantap"), lazy("teladan")),
    "likelihood": (
        lazy("jarang sekali"),
        lazy("jarang"),
        pgettext_lazy("kemungkinan", "mungkin"),
        lazy("sering"),
        lazy("hampir pasti"),
    ),
    "impact": (
        lazy("hampir tak terasa"),
        lazy("ringan"),
        lazy("sedang"),
        lazy("berat"),
        lazy("rencana gagal"),
    ),
}
"""What the steps from 1 to 5 mean; of a readiness finding, now and wanted alike."""

KEY = re.compile(r"\[([^\]]*)\]")


def collection_label(collection: str | None) -> str:
    """*Inovasi*, all of them; the plan itself is *Rencana*."""
    return str(COLLECTIONS.get(collection or "") or ONE[""])


def one_label(collection: str | None) -> str:
    """*Inovasi*, one of them."""
    return str(ONE.get(collection or "", ONE[""]))


def field_label(collection: str | None, path: str) -> str:
    """The Indonesian name of a field, for example of `innovations`, `addresses[MS-03].share.mode`.

    A path without a name of its own is called by the nearest field above it that has one.
    """
    known = names_of(collection)
    keys = KEY.findall(path)
    pattern = KEY.sub("[]", path)
    while pattern:
        if pattern in known:
            return str(known[pattern]) % {"key": keys[0] if keys else ""}
        pattern = pattern[:-2] if pattern.endswith("[]") else pattern.rpartition(".")[0]
    return path


def names_of(collection: str | None) -> dict[str, Any]:
    """The fields of a collection, or of the plan itself, that have a name of their own."""
    return {**SHARED, **FIELDS.get(collection, {})} if collection else {**PLAN, **COLLECTIONS}


def levels_of(path: str) -> list[tuple[str, str]]:
    """The steps from 1 to 5 of a field, each with what it means: *1 belum ada*."""
    words = LEVELS.get(path, LEVELS["readiness"])
    return [(str(step), f"{step} {word}") for step, word in enumerate(words, start=1)]
