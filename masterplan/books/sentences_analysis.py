"""Titles and sentences of Buku I, Indonesian and English side by side."""

from __future__ import annotations

ANALYSIS: dict[str, tuple[str, str]] = {
    "how-analysis": (
        "Buku ini menjelaskan dari mana rencana berangkat: masa depan yang dituju, kesiapan daerah, jarak "
        "antara keduanya, kekuatan dan kelemahannya, dan masalah yang dirasakan warga. Apa yang dilakukan "
        "untuk menjawabnya ada dalam Buku II.",
        "This book tells where the plan starts from: the future wanted, how ready the region is, what lies "
        "between the two, its strengths and weaknesses, and the problems people feel. What is done about "
        "them stands in Book II.",
    ),
    "future-title": ("Visi daerah dan masa depannya", "The region's vision and its future"),
    "future-wanted": ("Keadaan yang dituju", "The state wanted"),
    "future-lead": (
        "Paling banyak {count} hasil setiap dimensi, dari inovasi yang dampaknya paling besar: keadaan "
        "sekarang dan keadaan yang dituju. Semua hasil dan sasaran tiap tahun ada dalam Buku II.",
        "At most {count} outcomes of each dimension, of the innovations with the largest impact: how it is "
        "now and how it should be. All outcomes and their yearly targets stand in Book II.",
    ),
    "future-none": (
        "Belum diketahui: belum ada inovasi dipilih yang hasilnya akan diukur.",
        "Not yet known: no chosen innovation has an outcome to be measured.",
    ),
    "future-caption": ("Keadaan sekarang dan yang dituju", "The state now and the state wanted"),
    "now": ("Sekarang", "Now"),
    "wanted": ("Dituju", "Wanted"),
    # Readiness
    "readiness-title": ("Kesiapan daerah", "Readiness of the region"),
    "readiness-lead": (
        "Kesiapan dinilai menurut komponennya. Bidang penuh: tingkat sekarang. Bidang muda: tingkat yang "
        "dituju pada akhir rencana.",
        "Readiness is judged by component. Full field: the level now. Pale field: the level wanted at the "
        "end of the plan.",
    ),
    "readiness-levels": (
        "Tingkat 1: belum ada. Tingkat 2: mulai ada. Tingkat 3: berjalan. Tingkat 4: berjalan baik dan "
        "merata. Tingkat 5: patut dicontoh.",
        "Level 1: absent. Level 2: begun. Level 3: in use. Level 4: in good use everywhere. Level 5: exemplary.",
    ),
    "component-structure": ("Struktur", "Structure"),
    "component-structure-text": (
        "Orang, dana, dan tata kelola yang menggerakkan rencana.",
        "The people, the funds and the governance that move the plan.",
    ),
    "component-infrastructure": ("Infrastruktur", "Infrastructure"),
    "component-infrastructure-text": (
        "Prasarana fisik, digital, dan sosial yang menopang layanan.",
        "The physical, digital and social infrastructure that carries services.",
    ),
    "component-superstructure": ("Suprastruktur", "Superstructure"),
    "component-superstructure-text": (
        "Aturan, lembaga, dan tata laksana.",
        "Rules, institutions and procedures.",
    ),
    "component-nature": ("Alam", "Nature"),
    "component-nature-text": (
        "Keadaan alam yang menjadi modal dan batas daerah.",
        "The natural conditions the region lives from and within.",
    ),
    "component-culture": ("Budaya", "Culture"),
    "component-culture-text": (
        "Kebiasaan dan kesediaan masyarakat yang membuat perubahan mudah atau sulit.",
        "The habits and the willingness that make change easy or hard.",
    ),
    "readiness-none": (
        "Belum diketahui: komponen ini belum dinilai.",
        "Not yet known: this component has not been judged.",
    ),
    "readiness-caption": ("Kesiapan {component}", "Readiness: {component}"),
    "aspect": ("Aspek dan temuan", "Aspect and finding"),
    "level": ("Tingkat", "Level"),
    "level-drawn": ("Tingkat, digambar", "Level, drawn"),
    # Gaps
    "gap-title": ("Analisis kesenjangan", "Gap analysis"),
    "gap-lead": (
        "Jarak antara tingkat sekarang dan yang dituju, yang terlebar lebih dahulu, beserta inovasi yang "
        "menutupnya.",
        "What lies between the level now and the level wanted, the widest first, and the innovations that "
        "close it.",
    ),
    "gap-none": (
        "Belum diketahui: tingkat yang dituju dan kesenjangannya belum ditulis dalam dokumen rencana.",
        "Not yet known: the plan document holds neither the levels wanted nor the gaps.",
    ),
    "gap-caption": ("Kesenjangan dan penutupnya", "Gaps and what closes them"),
    "gap": ("Kesenjangan", "Gap"),
    "closed-by": ("Ditutup oleh", "Closed by"),
    # SWOT
    "swot-title": ("Kekuatan, kelemahan, peluang, ancaman", "Strengths, weaknesses, opportunities, threats"),
    "swot-lead": (
        "Kekuatan dan kelemahan ada di dalam pemerintah daerah; peluang dan ancaman datang dari luar.",
        "Strengths and weaknesses lie within the region's government; opportunities and threats come from outside.",
    ),
    "swot-none": (
        "Belum diketahui: analisis SWOT belum ditulis dalam dokumen rencana.",
        "Not yet known: the plan document holds no SWOT analysis.",
    ),
    "swot-caption": ("Analisis SWOT", "SWOT analysis"),
    "swot-empty": ("belum diketahui", "not yet known"),
    "swot-strength": ("Kekuatan", "Strengths"),
    "swot-weakness": ("Kelemahan", "Weaknesses"),
    "swot-opportunity": ("Peluang", "Opportunities"),
    "swot-threat": ("Ancaman", "Threats"),
    "issue-strength": ("Kekuatan", "Strength"),
    "issue-opportunity": ("Peluang", "Opportunity"),
    # Issues and problems
    "issues-title": ("Isu strategis dan masalah warga", "Strategic issues and the problems people feel"),
    "issues-lead": (
        "Isu strategis menjadi berarti ketika terlihat siapa yang mengalaminya. Karena itu isu diikuti "
        "masalah warga: berapa orang, seberapa berat, di mana, siapa, bagaimana diukur, dan seberapa kuat "
        "buktinya. Beratnya ditulis dari 0 sampai 1: bagian dari setahun seseorang yang rusak karenanya.",
        "A strategic issue matters once it is seen who lives with it. Issues are therefore followed by the "
        "problems people feel: how many, how heavy, where, who, how it is measured and how strong the "
        "evidence is. Severity runs from 0 to 1: the share of a person's year it spoils.",
    ),
    "issues-unanswered": (
        "Belum diketahui: hubungan antara isu strategis dan inovasi belum ditulis dalam dokumen rencana.",
        "Not yet known: the plan document does not say which innovations answer which issues.",
    ),
    "issues-caption": (
        "Isu strategis dan inovasi yang menjawabnya",
        "Strategic issues and what answers them",
    ),
    "strategic-issue": ("Isu strategis", "Strategic issue"),
    "answered-by": ("Dijawab oleh", "Answered by"),
    "problems-caption": ("Masalah {dimension}", "Problems: {dimension}"),
    "problems-none": (
        "Belum diketahui: belum ada masalah yang ditulis pada dimensi ini.",
        "Not yet known: no problem is recorded in this dimension.",
    ),
    "who-many": ("Siapa, berapa", "Who, how many"),
    "where-felt": ("Di mana", "Where"),
    "measured": ("Ukuran dan bukti", "Measure and evidence"),
    "people-count": ("{people} orang", "{people} people"),
    "everywhere": ("seluruh kecamatan ({count})", "all districts ({count})"),
    "and-more": ("dan {count} lainnya", "and {count} more"),
    # What Buku I can lack
    "part-readiness": ("Kesiapan", "Readiness"),
    "part-risks": ("Risiko", "Risks"),
    "all-readiness": ("semua temuan", "all findings"),
    "all-risks": ("semua risiko", "all risks"),
    "unknown-readiness": ("kesiapan", "readiness"),
    "unknown-issues": ("isu strategis (SWOT)", "strategic issues (SWOT)"),
    "unknown-level": ("tingkat sekarang", "level now"),
    "unknown-target-level": ("tingkat yang dituju", "level wanted"),
    "unknown-gap": ("kesenjangan", "gap"),
    "unknown-risks": ("risiko", "risks"),
    "unknown-likelihood": ("kemungkinannya", "likelihood"),
    "unknown-impact": ("akibatnya", "impact"),
    "unknown-response": ("langkah menghadapinya", "response"),
    "unknown-owner": ("penanggung jawab", "owner"),
}
