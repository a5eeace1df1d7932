"""Who may open and send what. Every address has its line here, by name; a new one without fails the tests.

A `Line` says who may GET (`get`) and who may POST (`post`); left out, the method is refused to everybody (405).
A `Door` lists who is let in. The others meet `otherwise`, and who is not signed in meets `anonymous`.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace

from tests.walls.door import MISSING, OK, REFUSED, SIGN_IN
from tests.walls.world import ANONYMOUS, DRAFT, LED, OWN, PEOPLE, TITLED

EVERYBODY = frozenset(PEOPLE)
SIGNED_IN = EVERYBODY - {ANONYMOUS}
LEADERS = frozenset({"head", "coordinator"})
LEAD = LEADERS | {"leading member"}
TEAM = LEAD | {"other member"}
DRAFT_READERS = TEAM | {"mentor", "office", "ministry"}
INVITERS = LEADERS | {"foreign head", "foreign coordinator"}


@dataclass(frozen=True)
class Door:
    """Who comes in, and what the others meet. `draft`: who comes in where the plan is not yet public."""

    people: frozenset[str]
    anonymous: str = SIGN_IN
    otherwise: str = REFUSED
    draft: frozenset[str] | None = None

    def expected(self, person: str, slug: str) -> str:
        inside = self.draft if slug == DRAFT and self.draft is not None else self.people
        if person in inside:
            return OK
        return self.anonymous if person == ANONYMOUS else self.otherwise


@dataclass(frozen=True)
class Line:
    get: Door | None = None
    post: Door | None = None


PUBLIC = Door(EVERYBODY)
MEMBERS = Door(SIGNED_IN)
READ_PLAN = Door(EVERYBODY, anonymous=REFUSED, draft=DRAFT_READERS)
WRITE_PLAN = Door(TEAM)
WRITE_LED = Door(LEAD)
"""Of an innovation that an agency leads: that agency, the coordinator, the head."""
LEAD_PLAN = Door(LEADERS)
SUGGEST = Door(SIGNED_IN, draft=DRAFT_READERS)


def told(door: Door) -> Door:
    """The same people; who is not signed in is told why, with the sign-in beside it, instead of being sent there."""
    return replace(door, anonymous=REFUSED)


def only(*people: str, otherwise: str = MISSING) -> Door:
    """A thing of one's own. The others are told that it is not there, unless it may be known to be."""
    return Door(frozenset(people), otherwise=otherwise)


LINES: list[tuple[str, Line]] = [
    # Pages for everybody
    ("home regions regions_file region province supporters healthz pieces worker offline", Line(get=PUBLIC)),
    ("cohort cohort_file announcement plans", Line(get=PUBLIC)),
    ("language theme", Line(post=PUBLIC)),
    # Signing in, signing up, ways back
    ("account_login account_signup account_logout account_reset_password", Line(PUBLIC, PUBLIC)),
    ("account_reset_password_done account_reset_password_from_key_done", Line(get=PUBLIC)),
    ("account_email_verification_sent account_inactive", Line(get=PUBLIC)),
    ("account_reset_password_from_key account_confirm_email", Line(PUBLIC, PUBLIC)),
    ("mfa_authenticate mfa_login_webauthn", Line(PUBLIC, PUBLIC)),  # without a sign-in begun: back to its first step
    ("training_sign_in", Line(post=PUBLIC)),
    ("mailbox", Line(get=PUBLIC)),
    ("invitation recovery_link cancel_recovery", Line(PUBLIC, PUBLIC)),
    ("ask_recovery", Line(PUBLIC, PUBLIC)),  # without the password given a moment ago: to the sign-in
    # My work and my account
    ("work me my_invitations notices", Line(get=MEMBERS)),
    ("account_email account_change_password account_set_password account_reauthenticate", Line(MEMBERS, MEMBERS)),
    ("mfa_reauthenticate mfa_reauthenticate_webauthn", Line(MEMBERS, MEMBERS)),
    ("mfa_index mfa_list_webauthn", Line(get=MEMBERS)),
    ("mfa_activate_totp mfa_generate_recovery_codes mfa_add_webauthn usersessions_list", Line(MEMBERS, MEMBERS)),
    ("notice_choice handover", Line(MEMBERS, MEMBERS)),
    ("read_notices", Line(post=MEMBERS)),
    # What only one person has: here a passkey with its recovery codes and a notice of the coordinator
    ("mfa_deactivate_totp", Line(only(), only())),
    ("mfa_view_recovery_codes mfa_download_recovery_codes", Line(get=only("coordinator"))),
    ("mfa_edit_webauthn mfa_remove_webauthn", Line(only("coordinator"), only("coordinator"))),
    ("read_notice", Line(post=only("coordinator"))),
    ("answer_invitation", Line(post=only("no role"))),
    # Inviting (here: a member of an agency) and vouching (for one)
    ("invitations", Line(get=Door(INVITERS | {"office", "ministry", "partner"}))),
    ("invite", Line(Door(INVITERS), Door(INVITERS))),
    ("revoke_invitation", Line(post=LEAD_PLAN)),
    ("recovery", Line(only("office", "coordinator", otherwise=REFUSED), only("office", "coordinator", otherwise=REFUSED))),
    # Reading a plan
    ("plan plan-download plan-history plan-change plan-blame plan-compare", Line(get=READ_PLAN)),
    ("plan-roadmap plan-budget plan-budget-csv plan-impact", Line(get=READ_PLAN)),
    ("plan-dimension plan-innovation plan-problem", Line(get=READ_PLAN)),
    ("plan-workbook", Line(get=READ_PLAN)),
    ("plan-picture", Line(get=READ_PLAN)),
    ("plan-versions", Line(READ_PLAN, told(LEAD_PLAN))),
    # What the linter says: read by those who work on the plan or guide it; answered by its leaders
    ("rules rule", Line(get=PUBLIC)),
    ("plan-findings", Line(get=Door(DRAFT_READERS, anonymous=REFUSED))),
    ("plan-finding-accept plan-finding-withdraw", Line(post=told(LEAD_PLAN))),
    ("plan-finding-fix", Line(post=told(WRITE_LED))),
    # Writing together; the part is that of an agency, the suggestion one of the coordinator for what that agency leads
    ("plan-shares", Line(Door(DRAFT_READERS), LEAD_PLAN)),
    ("plan-share-hand-in", Line(post=WRITE_LED)),
    ("plan-share-turn", Line(post=LEAD_PLAN)),
    ("plan-threads", Line(get=Door(DRAFT_READERS))),
    ("plan-element-threads plan-thread", Line(Door(DRAFT_READERS), Door(DRAFT_READERS))),
    ("plan-remark", Line(post=only("coordinator"))),
    ("plan-suggestions", Line(get=SUGGEST)),
    ("plan-suggestion", Line(get=Door(DRAFT_READERS))),
    ("plan-suggestion-hand-in plan-suggestion-withdraw", Line(post=only("coordinator", otherwise=REFUSED))),
    ("plan-suggestion-decide", Line(post=WRITE_LED)),
    ("plan-suggestion-ask", Line(post=Door(DRAFT_READERS))),
    ("suggest suggest-judge suggest-list", Line(get=SUGGEST)),
    ("suggest-element", Line(SUGGEST, SUGGEST)),
    ("suggest-add suggest-undo suggest-move suggest-answered suggest-preview", Line(post=SUGGEST)),
    ("suggest-remove", Line(SUGGEST, SUGGEST)),
    # Books of a plan; here one is being made that the coordinator asked for
    ("plan-book", Line(READ_PLAN, READ_PLAN)),
    ("plan-book-state plan-book-file plan-programme", Line(get=READ_PLAN)),
    ("plan-book-cancel", Line(post=Door(LEADERS | {"office"}, anonymous=REFUSED))),
    ("jobs", Line(get=MEMBERS)),
    # The best portfolio; here a finished optimisation, one under way and a scenario, all of the coordinator
    ("plan-optimisation plan-inquiry plan-scenarios plan-figure", Line(get=told(Door(DRAFT_READERS)))),
    ("plan-optimise plan-inquire plan-scenario-keep", Line(post=told(Door(TEAM | {"mentor", "office"})))),
    ("plan-optimisation-cancel plan-inquiry-cancel", Line(post=told(Door(LEADERS | {"office"})))),
    ("plan-scenario-remove", Line(post=told(LEAD_PLAN))),
    ("plan-portfolio-apply", Line(post=told(WRITE_LED))),
    # Writing a plan
    ("desk desk-chain desk-list", Line(get=WRITE_PLAN)),
    ("desk-table", Line(told(WRITE_PLAN), told(WRITE_LED))),
    ("desk-table-undo", Line(post=told(only("coordinator", otherwise=REFUSED)))),
    # Innovations of other regions, and taking one over (here with a source of the region's, as a coordinator adds it)
    ("library", Line(get=PUBLIC)),
    ("desk-library", Line(get=WRITE_PLAN)),
    ("desk-take", Line(WRITE_PLAN, WRITE_PLAN)),
    ("desk-add desk-answered desk-preview desk-upload", Line(post=WRITE_PLAN)),
    ("desk-presence", Line(post=told(WRITE_PLAN))),
    ("desk-judge", Line(get=WRITE_LED)),
    ("desk-element", Line(told(WRITE_LED), told(WRITE_LED))),
    ("desk-remove", Line(WRITE_LED, WRITE_LED)),
    ("desk-move", Line(post=WRITE_LED)),
    ("plan-import", Line(WRITE_PLAN, WRITE_PLAN)),
    ("plan-import-columns plan-import-review", Line(WRITE_PLAN, WRITE_PLAN)),  # here with a file of the coordinator's
    ("plan-import-state", Line(get=WRITE_PLAN)),
    ("plan-import-discard plan-import-names", Line(post=WRITE_PLAN)),
    ("plan-revert plan-restore", Line(told(WRITE_LED), told(WRITE_LED))),
    ("plan-conflict", Line(post=told(WRITE_LED))),
]  # fmt: skip

TABLE: dict[str, Line] = {name: line for names, line in LINES for name in names.split()}

RETITLE = {
    "op": "set", "collection": "innovations", "element": LED, "field": "title",
    "was": TITLED, "now": "Daftar dari rumah dan dari sekolah",
}  # fmt: skip
BODIES: dict[str, dict[str, str]] = {
    "desk-add": {"name": "Layanan dari rumah"},
    "desk-answered": {"innovation": "IN-03"},
    "desk-element": {"was:title": RETITLE["was"], "now:title": RETITLE["now"]},
    "desk-move": {"to": "down"},
    "desk-table": {"ubah": json.dumps({"rows": {LED: {"title": [RETITLE["was"], RETITLE["now"]]}}}), "dilihat": "1"},
    "desk-table-undo": {"yang": "utuh", "dilihat": "1"},
    "desk-take": {"title": "Antre dari rumah", "masalah": "baru", "pemungkin-0": "baru", "jenis-0": "people"},
    "desk-remove": {},
    "plan-finding-accept": {"kode": "KES101", "isian": "readiness", "alasan": "Dilihat pada bimtek kedua bersama kampus."},
    "plan-finding-withdraw": {"jawaban": "TM-01"},
    "plan-finding-fix": {},
    "plan-shares": {"bagian": f"e:innovations:{LED}", "dinas": "DLH", "tenggat": "2030-01-31"},
    "plan-share-hand-in": {"do": "selesai"},
    "plan-share-turn": {"do": "ingatkan"},
    "plan-element-threads": {"kata": "Siapa yang mendaftar?", "isian": "title"},
    "plan-thread": {"kata": "Kader desa."},
    "plan-remark": {"kata": "Siapa yang mendaftar bagi lansia?"},
    "plan-suggestion-hand-in": {"alasan": "Lebih jelas bagi warga"},
    "plan-suggestion-withdraw": {},
    "plan-suggestion-decide": {"putusan-1": "terima"},
    "plan-suggestion-ask": {"kata": "Dari mana angkanya?"},
    "suggest-add": {"name": "Layanan dari rumah"},
    "suggest-element": {"was:title": RETITLE["was"], "now:title": RETITLE["now"]},
    "suggest-undo": {},
    "suggest-move": {"to": "down"},
    "suggest-answered": {"innovation": "IN-03"},
    "suggest-remove": {},
    "plan-revert": {"alasan": "Belum disepakati"},
    "plan-conflict": {"perubahan": json.dumps([RETITLE])},
    "plan-book": {"versi": "2"},
    "plan-book-cancel": {},
    "plan-inquire": {"jenis": "why"},
    "plan-optimisation-cancel": {},
    "plan-inquiry-cancel": {},
    "plan-scenario-keep": {"nama": "Lebih pelan", "pilihan": "rencana"},
    "plan-scenario-remove": {},
    "plan-portfolio-apply": {"pilihan": "rencana", "mulai:IN-01": "2026", "alasan": "Putusan dewan", "tahu": "ya"},
    "plan-import": {"teks": "Inovasi\tDimensi\tOPD\tTahun\nAntar obat\tSmart Living\tDinas Kesehatan\t2026"},
    "plan-import-columns": {"naskah": "ya", "t0-kind": "innovations", "t0-c0-role": "title", "t0-head": "1"},
    "plan-import-review": {"do": "simpan", "bagian": "inovasi-living"},
    "plan-import-discard": {},
    "plan-import-names": {"nama": "Dinas Perkebunan", "pd": "DLH"},
    "plan-restore": {"terlihat": "2", "alasan": "Kembali ke awal"},
    "plan-versions": {"nama": "Draf Bimtek 2"},
    "invite": {"email": "teman@dinding.example", "agency": "DLH", "region": OWN},
    "revoke_invitation": {},
    "answer_invitation": {},
    "recovery": {"how": "Datang sendiri ke kantor membawa KTP"},
    "read_notices": {},
    "read_notice": {},
    "training_sign_in": {"siapa": "bappeda@latihan.example"},
    "notice_choice": {"hour": "7", "quiet_from": "20", "quiet_until": "6", "zone": "Asia/Jakarta", "language": "id"},
    "invitation": {"name": "Tamu Dinding", "password": "dinding yang panjang"},
    "cancel_recovery": {},
    "recovery_link": {},
}  # fmt: skip
"""What is posted so that an allowed POST really does something: who is refused is refused a thing that works."""
SCREENS: dict[str, list[dict[str, str]]] = {
    "desk-element": [
        {"was:title": "Satu nama", "now:title": "Nama yang lain sama sekali"},
        {"was:operating_per_year": "", "now:operating_per_year": "banyak", "was:title": TITLED, "now:title": ""},
    ],
    "plan-conflict": [
        {"perubahan": json.dumps([RETITLE | {"was": "Satu nama", "now": "Nama yang lain sama sekali"}])},
        {"perubahan": json.dumps([{name: said for name, said in RETITLE.items() if name != "now"}])},
    ],
    "plan-versions": [{"nama": ""}],
    "invite": [{"email": "bukan alamat", "agency": "", "region": OWN}],
    "account_login": [{"login": "siapa@dinding.example", "password": "salah"}],
}  # fmt: skip
"""What is posted so that a screen comes which nobody can open otherwise: a conflict, a refusal, a form with its faults."""
