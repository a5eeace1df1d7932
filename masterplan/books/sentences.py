"""Titles and sentences of the books, Indonesian and English side by side; chapters fill the `{blanks}`."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    # Cover and opening
    "book-1": ("Buku I", "Book I"),
    "book-2": ("Buku II", "Book II"),
    "book-3": ("Buku III", "Book III"),
    "kind-of-book-1": ("Analisis Strategis Smart City", "Smart City Strategic Analysis"),
    "kind-of-book-2": ("Rencana Induk Smart City", "Smart City Master Plan"),
    "kind-of-book-3": ("Ringkasan Eksekutif", "Executive Summary"),
    "version": ("Versi {hash}", "Version {hash}"),
    "period": ("Periode {first}–{last}", "Period {first}–{last}"),
    "contents": ("Daftar isi", "Contents"),
    "how-to-read": ("Cara membaca buku ini", "How to read this book"),
    "how-1": (
        "Kota cerdas bukan belanja teknologi. Karena itu setiap dimensi dalam buku ini bermula dari "
        "masalah yang dirasakan warga, lalu perubahan layanan yang menjawabnya (inovasi), apa yang "
        "dibutuhkan agar perubahan itu terjadi (pemungkin; teknologi disebut paling akhir), dan apa yang "
        "akan diukur untuk mengetahui bahwa perubahan itu berhasil (hasil).",
        "A smart city is not technology shopping. Each dimension in this book therefore starts from a "
        "problem people feel, then the change of service that answers it (innovation), what that change "
        "needs (enablers; technology is named last), and what will be measured to know that it worked "
        "(outcome).",
    ),
    "how-2": (
        "Kode seperti MS-03 (masalah), IN-07 (inovasi), dan EN-02 (pemungkin) tetap sama sepanjang umur "
        "rencana. Angka dalam kurung siku menunjuk ke daftar sumber di belakang. Huruf A sampai D "
        "menyatakan seberapa kuat buktinya: A diukur di daerah ini, B diukur di tempat lain, C taksiran "
        "ahli, D asumsi.",
        "Codes such as MS-03 (problem), IN-07 (innovation) and EN-02 (enabler) stay the same for the life "
        "of the plan. Square brackets point to the list of sources at the back. The letters A to D say "
        "how strong the evidence is: A measured here, B measured elsewhere, C expert estimate, D "
        "assumption.",
    ),
    "how-3": (
        "Yang belum diketahui ditulis “belum diketahui”, tidak pernah nol dan tidak pernah dikira-kira; "
        "semuanya dikumpulkan di bagian “Yang belum diketahui” agar dapat dilengkapi satu per satu.",
        "What is not known is written “not yet known”, never zero and never guessed; all of it is "
        "gathered under “What is not yet known”, to be completed item by item.",
    ),
    "how-money": (
        "Uang ditulis dalam rupiah menurut harga tahun {year}.",
        "Money is in rupiah at the prices of {year}.",
    ),
    "how-money-unknown": (
        "Uang ditulis dalam rupiah; tahun harganya belum diketahui.",
        "Money is in rupiah; the year of its prices is not yet known.",
    ),
    # Vision, targets
    "vision-title": ("Visi dan misi", "Vision and missions"),
    "vision": ("Visi", "Vision"),
    "missions": ("Misi", "Missions"),
    "targets-title": ("Sasaran setiap dimensi", "Targets of each dimension"),
    "targets-lead": (
        "Sasaran adalah hasil yang dapat diukur. Tanda – berarti tidak ada angka untuk tahun itu.",
        "Targets are outcomes that can be measured. The sign – means there is no figure for that year.",
    ),
    "targets-none": (
        "Belum diketahui: belum ada hasil yang akan diukur pada dimensi ini.",
        "Not yet known: no outcome to be measured in this dimension yet.",
    ),
    "targets-caption": ("Sasaran {dimension}", "Targets: {dimension}"),
    "indicator": ("Ukuran", "Indicator"),
    "unit": ("Satuan", "Unit"),
    "range": ("Rentang", "Range"),
    "baseline": ("Awal", "Baseline"),
    "targets": ("Sasaran", "Targets"),
    # Dimensions
    "dimensions-title": ("Dari masalah ke hasil", "From problems to outcomes"),
    "dimensions-lead": (
        "Setiap dimensi dibuka dengan rantainya: masalah, inovasi yang meringankannya, pemungkin yang "
        "dibutuhkan, dan hasil yang akan diukur. Sesudah itu tiap inovasi yang dipilih diuraikan.",
        "Each dimension opens with its chain: the problem, the innovations that relieve it, the enablers "
        "they need and the outcomes to be measured. Each chosen innovation is then described.",
    ),
    "dimension-counts": (
        "{problems} masalah, {chosen} inovasi dipilih, {others} inovasi lain tercatat.",
        "Problems: {problems}. Innovations chosen: {chosen}; others on record: {others}.",
    ),
    "dimension-empty": (
        "Belum diketahui: dokumen rencana ini belum memuat masalah maupun inovasi pada dimensi ini.",
        "Not yet known: the plan document holds neither problems nor innovations in this dimension.",
    ),
    "chain-caption": ("Rantai {dimension}", "Chain: {dimension}"),
    "chain-people": ("{people} orang mengalaminya", "{people} people have it"),
    "chain-people-unknown": ("jumlah orang belum diketahui", "number of people not yet known"),
    "chain-no-innovation": (
        "Belum ada inovasi yang menjawab masalah ini.",
        "No innovation answers it yet.",
    ),
    "chain-no-problem": ("Belum dihubungkan ke masalah", "Not yet linked to a problem"),
    "chain-elsewhere": (
        "{dimension}; lihat rantai dimensi itu",
        "{dimension}; see the chain of that dimension",
    ),
    "chain-above": ("lihat {id} di atas", "see {id} above"),
    "no-enabler": ("pemungkin belum diketahui", "enablers not yet known"),
    "no-outcome": ("hasil belum diketahui", "outcome not yet known"),
    "others-caption": (
        "Inovasi lain pada {dimension} dan kedudukannya",
        "Other innovations in {dimension} and their standing",
    ),
    # One innovation
    "service-change": ("Yang berubah bagi warga", "What changes for residents"),
    "before": ("Sebelum", "Before"),
    "after": ("Sesudah", "After"),
    "beneficiaries": ("Penerima manfaat", "Who benefits"),
    "partners": ("bersama {names}", "with {names}"),
    "relieves": ("Meringankan", "Relieves"),
    "share": ("bagian yang teringankan {share}", "share relieved {share}"),
    "share-unknown": ("bagian yang teringankan belum diketahui", "share relieved not yet known"),
    "lag": ("dirasakan {years} tahun sesudah bekerja", "felt {years} years after it works"),
    "evidence": ("bukti {grade}", "evidence {grade}"),
    "cost": ("Biaya", "Cost"),
    "cost-capital": ("modal {amount}", "capital {amount}"),
    "cost-operating": ("operasi {amount}", "operating {amount}"),
    "cost-year": ("tahun ke-{number}", "year {number}"),
    "cost-running": (
        "operasi {amount} per tahun sejak bekerja sampai akhir rencana",
        "operating {amount} a year from when it works to the end of the plan",
    ),
    "funding": ("Pendanaan", "Funding"),
    "schedule-label": ("Jadwal", "Schedule"),
    "schedule": ("dibangun {built}, bekerja sejak {works}", "built {built}, works from {works}"),
    "duration-assumed": (
        "lama pengerjaan belum diketahui, dihitung satu tahun",
        "duration not yet known, counted as one year",
    ),
    "window": ("dapat mulai {first}–{last}", "can start {first}–{last}"),
    "not-scheduled": ("tahun mulai belum diketahui", "start year not yet known"),
    "requires": ("Menunggu", "Waits for"),
    "alternative": ("Pilihan", "Alternatives"),
    "alternative-text": ("paling banyak satu dari kelompok {group}", "at most one of the group {group}"),
    "answers": ("Menjawab", "Answers"),
    "sub-activities": ("Sub-kegiatan", "Sub-activities"),
    "needs": ("Yang dibutuhkan", "What it needs"),
    "alignment": ("Keselarasan", "Alignment"),
    "adopted": ("Sudah berjalan di", "Already works in"),
    "worth": ("Dampak", "Impact"),
    "worth-text": (
        "kira-kira {value} orang-tahun hilang bila inovasi ini dicoret",
        "about {value} person-years are lost if it is struck",
    ),
    # Road map
    "roadmap-title": ("Peta jalan", "Road map"),
    "roadmap-none": (
        "Belum diketahui: belum ada inovasi yang dipilih dan diberi tahun mulai.",
        "Not yet known: no innovation has been chosen and given a start year.",
    ),
    "roadmap-lead": (
        "{scheduled} inovasi dijadwalkan; {first} mulai pada tahun {year}. Bidang muda: dibangun. Garis: "
        "bekerja. Belah ketupat: program cepat.",
        "{scheduled} innovations are scheduled; {first} start in {year}. Pale field: being built. Line: "
        "working. Diamond: quick win.",
    ),
    "roadmap-caption": ("Peta jalan {dimension}", "Road map: {dimension}"),
    "years": ("Tahun", "Years"),
    "roadmap-unscheduled": (
        "Dipilih, tetapi tahun mulainya belum diketahui",
        "Chosen, but the start year is not yet known",
    ),
    "built": ("Dibangun", "Built"),
    "works": ("Bekerja sejak", "Works from"),
    # Budget
    "budget-title": ("Anggaran menurut tahun dan sumber", "Budget by year and source"),
    "budget-none": (
        "Belum diketahui: belum ada biaya inovasi yang dipilih dan dijadwalkan.",
        "Not yet known: no chosen and scheduled innovation has a cost yet.",
    ),
    "budget-lead": (
        "Seluruh belanja {total}: modal {capital} dan operasi {operating}. Belanja terbesar {peak} pada "
        "{year}.",
        "All spending {total}: capital {capital} and operating {operating}. The largest year is {year}, "
        "with {peak}.",
    ),
    "budget-partial": (
        "Angka ini belum lengkap: biaya {count} inovasi yang dijadwalkan belum diketahui ({ids}).",
        "These figures are incomplete: the cost of {count} scheduled innovations is not yet known ({ids}).",
    ),
    "budget-carry": (
        "Sisa pagu boleh dipakai tahun berikutnya, sehingga belanja satu tahun dapat melebihi pagu tahun "
        "itu.",
        "What is left of a ceiling moves to the next year, so one year may spend more than its own ceiling.",
    ),
    "budget-chart": ("Belanja setiap tahun dan pagunya", "Spending each year and its ceiling"),
    "budget-alt-year": (
        "{year}: belanja {total}, pagu {ceiling}",
        "{year}: spending {total}, ceiling {ceiling}",
    ),
    "budget-years": ("Belanja menurut tahun, {unit}", "Spending by year, {unit}"),
    "budget-sources": ("Belanja menurut sumber dan tahun, {unit}", "Spending by source and year, {unit}"),
    "budget-ceilings": ("Pagu menurut sumber dan tahun, {unit}", "Ceilings by source and year, {unit}"),
    "unit-billion": ("miliar rupiah", "billion rupiah"),
    "unit-million": ("juta rupiah", "million rupiah"),
    "unit-one": ("rupiah", "rupiah"),
    "capital": ("Modal", "Capital"),
    "operating": ("Operasi", "Operating"),
    "ceiling": ("Pagu", "Ceiling"),
    "left": ("Sisa", "Left"),
    "source": ("Sumber", "Source"),
    "all-sources": ("Semua sumber", "All sources"),
    "ceilings-unknown": ("Pagu belum diketahui.", "Ceilings are not yet known."),
    # Impact
    "impact-title": ("Dampak bagi warga", "Impact on residents"),
    "impact-none": (
        "Belum diketahui: untuk menghitung dampak diperlukan jumlah orang dan beratnya masalah, bagian "
        "yang diringankan inovasi, serta tahun mulainya.",
        "Not yet known: counting impact needs the people and severity of problems, the share an "
        "innovation relieves, and the year it starts.",
    ),
    "impact-lead": (
        "Inovasi yang dipilih dan dijadwalkan meringankan kira-kira {value} orang-tahun selama {years}.",
        "The chosen and scheduled innovations relieve about {value} person-years over {years}.",
    ),
    "impact-range": ("Rentang taksirannya {low}–{high}.", "The estimate ranges from {low} to {high}."),
    "impact-range-unknown": (
        "Rentangnya belum diketahui: taksiran terendah dan tertinggi belum diberikan.",
        "Its range is not yet known: lowest and highest estimates are not given.",
    ),
    "impact-unweighted": (
        "Tanpa bobot pemerataan: {value} orang-tahun.",
        "Without equity weights: {value} person-years.",
    ),
    "impact-unit": (
        "Satu orang-tahun berarti satu orang terbebas dari satu masalah selama satu tahun, dihitung "
        "sesuai beratnya masalah itu baginya. Dua inovasi pada masalah yang sama tidak dihitung dua kali: "
        "yang kedua hanya meringankan sisanya.",
        "One person-year is one person freed of one problem for one year, counted by how heavy that "
        "problem is. Two innovations on one problem are not counted twice: the second relieves only what "
        "is left.",
    ),
    "impact-problems": ("Orang-tahun menurut masalah", "Person-years by problem"),
    "impact-evidence": ("Dasar bukti dampak", "The evidence the impact rests on"),
    "grade": ("Bukti", "Evidence"),
    "share-label": ("Bagian dampak", "Share of the impact"),
    "people": ("Orang terdampak", "People affected"),
    "severity": ("Beratnya", "Severity"),
    # Quick wins
    "quick-title": ("Program cepat", "Quick wins"),
    "quick-lead": (
        "Program cepat dirasakan warga dalam dua belas bulan, dengan mempertajam layanan yang sudah ada.",
        "Quick wins are felt by residents within twelve months, by sharpening a service that exists.",
    ),
    "quick-caption": ("Program cepat dan jadwalnya", "Quick wins and their schedule"),
    "quick-none": (
        "Belum diketahui: belum ada inovasi yang ditandai program cepat.",
        "Not yet known: none marked.",
    ),
    # Governance
    "governance-title": ("Tata kelola rencana", "Governance of the plan"),
    "governance-none": (
        "Belum diketahui: susunan Dewan Smart City dan Tim Pelaksana belum ada dalam dokumen rencana.",
        "Not yet known: the plan document does not hold the council and the executive team.",
    ),
    "role": ("Kedudukan", "Role"),
    "holder": ("Pejabat atau nama", "Office or name"),
    "empty-seat": ("belum diisi", "empty"),
    "seats-caption": (
        "{body}: {filled} dari {seats} kursi terisi",
        "{body}: {filled} of {seats} seats filled",
    ),
    "body-missing": ("{body}: belum diketahui.", "{body}: not yet known."),
    "agencies": ("Perangkat daerah", "Agencies"),
    "agencies-caption": (
        "Perangkat daerah dan tugasnya dalam rencana",
        "Agencies and their part in the plan",
    ),
    "agencies-none": ("Belum diketahui.", "Not yet known."),
    "agency": ("Perangkat daerah", "Agency"),
    "leads": ("Memimpin", "Leads"),
    "parallel": ("Serentak", "At once"),
    "agencies-note": (
        "Memimpin: inovasi yang dipilih. Serentak: paling banyak dibangun pada waktu yang sama.",
        "Leads: chosen innovations. At once: the most it can be building at the same time.",
    ),
    # Rules
    "rules-title": ("Dasar hukum dan aturan", "Legal basis and rules"),
    "legal": ("Dasar hukum", "Legal basis"),
    "regulations": ("Aturan yang dibutuhkan", "Regulations needed"),
    "regulations-none": (
        "Tidak ada aturan yang tercatat sebagai pemungkin.",
        "No regulation is recorded as an enabler.",
    ),
    "rules": ("Aturan penyusunan", "Rules of the portfolio"),
    "rule-discount": ("Potongan dampak per tahun: {value}.", "Yearly discount of impact: {value}."),
    "rule-minimum": (
        "Paling sedikit {value} inovasi dipilih di setiap dimensi.",
        "At least {value} innovations are chosen in each dimension.",
    ),
    "rule-quick": (
        "Paling sedikit {value} program cepat mulai pada tahun pertama.",
        "At least {value} quick wins start in the first year.",
    ),
    "rule-carry": ("Sisa pagu pindah ke tahun berikutnya.", "Unspent ceilings move to the next year."),
    "rule-no-carry": (
        "Sisa pagu tidak pindah ke tahun berikutnya.",
        "Unspent ceilings do not move to the next year.",
    ),
    "rule-error": ("Ketidakpastian biaya: ±{value}.", "Uncertainty of costs: ±{value}."),
    "broken": ("Aturan yang belum dipenuhi", "Rules not yet met"),
    "rules-none": (
        "Belum diketahui: aturan penyusunan belum ditetapkan.",
        "Not yet known: no rules are set.",
    ),
    # Risks
    "risks-title": ("Risiko", "Risks"),
    "risks-said": (
        "Risiko menurut kemungkinan (1 jarang … 5 hampir pasti) dan akibatnya (1 hampir tidak terasa … 5 "
        "rencana gagal), lalu langkah menghadapinya.",
        "Risks by likelihood (1 rare … 5 almost certain) and impact (1 hardly felt … 5 the plan fails), then "
        "what is done about them.",
    ),
    "matrix-corner": ("Kemungkinan × akibat", "Likelihood × impact"),
    "matrix-caption": ("Matriks risiko", "Matrix of risks"),
    "risk-caption": (
        "Risiko dan langkah menghadapinya, yang terberat lebih dahulu",
        "Risks and responses, gravest first",
    ),
    "likelihood": ("Kemungkinan", "Likelihood"),
    "impact": ("Akibat", "Impact"),
    "response": ("Langkah", "Response"),
    "owner": ("Penanggung jawab", "Owner"),
    "threatens": ("Mengancam", "Threatens"),
    "risks-lead": (
        "Ancaman dan kelemahan dari analisis strategis (Buku I), beserta inovasi yang menjawabnya. Di mana "
        "dokumen rencana tidak menyebut jawabannya, tertulis belum diketahui.",
        "Threats and weaknesses from the strategic analysis (Book I), with the innovations that answer them. "
        "Where the plan document names none, the answer is not yet known.",
    ),
    "risks-none": (
        "Belum diketahui: belum ada ancaman atau kelemahan yang dicatat.",
        "Not yet known: no threat or weakness is recorded.",
    ),
    "risks-caption": ("Ancaman dan kelemahan", "Threats and weaknesses"),
    "kind": ("Jenis", "Kind"),
    "risk": ("Risiko", "Risk"),
    "answer": ("Langkah", "Answer"),
    "issue-threat": ("Ancaman", "Threat"),
    "issue-weakness": ("Kelemahan", "Weakness"),
    # Accepted findings
    "accepted-title": ("Temuan pemeriksaan yang diterima", "Accepted findings"),
    "accepted-lead": (
        "Pemeriksaan rencana menemukan hal-hal berikut; daerah menerimanya dengan alasan yang tercantum.",
        "Judging the plan found the following; the region accepts it for the reasons given.",
    ),
    "accepted-caption": ("Temuan yang diterima dan alasannya", "Accepted findings and the reasons"),
    "accepted-by": ("Diterima oleh", "Accepted by"),
    "reason": ("Alasan", "Reason"),
    # Back matter
    "sources-title": ("Sumber", "Sources"),
    "sources-none": (
        "Belum diketahui: dokumen rencana ini tidak menyebut sumber.",
        "Not yet known: no sources are given.",
    ),
    "unknowns-title": ("Yang belum diketahui", "What is not yet known"),
    "unknowns-lead": (
        "{count} hal berikut belum ada dalam dokumen rencana. Buku ini tidak mengisinya dengan perkiraan.",
        "The following {count} things are not in the plan document. This book does not guess them.",
    ),
    "unknowns-none": (
        "Tidak ada: semua yang ditanyakan buku ini ada dalam dokumen rencana.",
        "Nothing: all this book asks for is in the plan document.",
    ),
    "unknowns-caption": ("Yang belum diketahui, menurut bagian", "What is not yet known, by part"),
    "part": ("Bagian", "Part"),
    "what": ("Yang belum diketahui", "Not yet known"),
    "where": ("Di mana", "Where"),
    "count": ("Banyaknya", "Count"),
    "colophon-title": ("Tentang buku ini", "About this book"),
    "colophon-made": (
        "Buku ini disusun oleh Haluan dari dokumen rencana berformat haluan-plan/1, tanpa campur tangan "
        "sesudahnya: dokumen yang sama selalu menghasilkan buku yang sama.",
        "Haluan made this book from a plan document in the format haluan-plan/1, untouched afterwards: "
        "the same document always gives the same book.",
    ),
    "colophon-date": ("Dibuat pada {date}.", "Made on {date}."),
    "colophon-hash": ("Sidik dokumen", "Hash of the document"),
    "colophon-hash-text": (
        "SHA-256 atas JSON kanonik dokumen rencana",
        "SHA-256 of the document's canonical JSON",
    ),
    "colophon-formula": ("Rumus dampak", "Formula of impact"),
    "colophon-formula-text": (
        "Untuk tiap masalah: orang terdampak × beratnya × bobot pemerataan × jumlah bagian yang "
        "teringankan tiap tahun; bagian yang teringankan oleh beberapa inovasi adalah 1 dikurangi hasil "
        "kali sisa masing-masing. Aturan selengkapnya: docs/impact.md dalam dokumentasi Haluan.",
        "For each problem: people affected × severity × equity weight × the sum of the shares relieved "
        "each year; the share several innovations relieve is 1 minus the product of what each leaves. The "
        "full rules are in docs/impact.md in Haluan's documentation.",
    ),
    "colophon-type": ("Huruf dan berkas", "Type and file"),
    "colophon-type-text": (
        "Libertinus Serif dan DejaVu Sans Mono, disusun dengan Typst; PDF/A-2a dan PDF/UA-1.",
        "Libertinus Serif and DejaVu Sans Mono, set with Typst; PDF/A-2a and PDF/UA-1.",
    ),
    "colophon-letters": (
        "Tanda yang tidak dapat digambar, ditulis □",
        "Characters that cannot be drawn, set as □",
    ),
}
