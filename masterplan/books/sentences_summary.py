"""Titles and sentences of Buku III, Indonesian and English side by side."""

from __future__ import annotations

SUMMARY: dict[str, tuple[str, str]] = {
    "vision-short-title": ("Visi", "Vision"),
    "impact-short": (
        "Satu orang-tahun berarti satu orang terbebas dari satu masalah selama satu tahun.",
        "One person-year is one person freed of one problem for one year.",
    ),
    "six-title": ("Enam dimensi sekilas", "Six dimensions at a glance"),
    "six-caption": ("Masalah, inovasi, dan dampaknya", "Problems, innovations and impact"),
    "dimension": ("Dimensi", "Dimension"),
    "chosen-innovations": ("Inovasi dipilih", "Chosen innovations"),
    "worst-title": ("Masalah yang paling terasa", "The problems that hurt most"),
    "worst-lead": (
        "Diurutkan menurut banyaknya orang, beratnya bagi mereka, dan bobot pemerataan.",
        "Ordered by how many people have it, how heavy it is for them, and equity weight.",
    ),
    "worst-none": (
        "Belum diketahui: banyaknya orang dan beratnya masalah belum ditulis.",
        "Not yet known: how many people have the problems, and how heavy they are, is not recorded.",
    ),
    "worst-caption": ("Masalah yang menimpa orang terbanyak", "The problems that hurt most people"),
    "worst-unknown": (
        "{count} masalah lain belum dapat diurutkan: jumlah orang atau beratnya belum diketahui.",
        "{count} more cannot be ordered yet: the number of people or the severity is not known.",
    ),
    "none-yet": ("belum ada", "none yet"),
    "more-in-book-2": (
        "{count} program cepat lain ada dalam Buku II.",
        "{count} more quick wins stand in Book II.",
    ),
    "costs-title": ("Biaya menurut tahun dan sumber", "Cost by year and source"),
    "felt-title": ("Yang dirasakan warga, dan kapan", "What residents will feel, and when"),
    "felt-lead": (
        "Tahun saat layanan mulai bekerja. Yang dampaknya paling besar disebut lebih dahulu.",
        "The year in which a service starts to work. The weightiest are named first.",
    ),
    "felt-caption": ("Mulai dirasakan menurut tahun", "Felt from, by year"),
    "from-year": ("Mulai", "From"),
    "what-is-felt": ("Yang berubah bagi warga", "What changes for residents"),
    "and-others": ("dan {count} lainnya", "and {count} more"),
    "roadmap-key": (
        "Bidang muda: dibangun. Garis: bekerja. Belah ketupat: program cepat.",
        "Pale field: being built. Line: working. Diamond: quick win.",
    ),
    "starting": ("{count} inovasi mulai {year}", "{count} innovations start in {year}"),
    "body": ("Badan", "Body"),
    "seats-empty": ("{count} kursi belum diisi", "{count} seats empty"),
    "governance-caption": ("Siapa yang bertanggung jawab", "Who answers for the plan"),
    "follow-title": ("Cara mengikuti rencana ini", "How to follow this plan"),
    "follow-lead": (
        "Setiap inovasi mempunyai kode yang tetap sepanjang umur rencana dan hasil yang dapat diukur. Buku I "
        "memuat dasarnya, Buku II uraian setiap inovasi, anggaran, dan sumbernya. Sasaran berikut dapat "
        "diperiksa paling dahulu.",
        "Each innovation has a code that stays the same for the life of the plan and outcomes that can be "
        "measured. Book I holds the grounds, Book II each innovation, the budget and the sources. The "
        "following targets can be checked first.",
    ),
    "follow-caption": ("Sasaran yang paling dahulu diperiksa", "Targets to check first"),
    "follow-unknown": (
        "{count} hal belum diketahui dan tidak dikira-kira; daftarnya ada dalam Buku II.",
        "{count} things are not yet known and are not guessed; Book II lists them.",
    ),
}
