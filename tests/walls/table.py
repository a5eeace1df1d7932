"""Who may open and send what. Every address has its line here, by name; a new one without fails the tests.

A `Line` says who may GET (`get`) and who may POST (`post`); left out, nobody does anything with that method.
A `Door` lists who is let in. The others meet `otherwise`, and who is not signed in meets `anonymous`.
"""

from __future__ import annotations

from dataclasses import dataclass

from tests.walls.door import MISSING, OK, REFUSED, SIGN_IN
from tests.walls.world import ANONYMOUS, DRAFT, PEOPLE

EVERYBODY = frozenset(PEOPLE)
SIGNED_IN = EVERYBODY - {ANONYMOUS}
LEADERS = frozenset({"head", "coordinator"})
LEAD = LEADERS | {"leading member"}
TEAM = LEAD | {"other member"}
DRAFT_READERS = TEAM | {"mentor", "office", "ministry"}


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
"""A plan that is not public says so, and to whom it is open; it does not hide that it is there."""
WRITE_PLAN = Door(TEAM)
WRITE_LED = Door(LEAD)
"""Of an innovation that an agency leads: that agency, the coordinator, the head."""
LEAD_PLAN = Door(LEADERS)
STOP_BOOK = Door(LEADERS | {"office"}, anonymous=REFUSED)
INVITE = Door(LEADERS | {"foreign head", "foreign coordinator"})
VOUCH = Door(frozenset({"office", "coordinator"}))
COORDINATORS_OWN = Door(frozenset({"coordinator"}), otherwise=MISSING)
"""The passkey, the codes and the notice of one person; to the others they are not there."""
OFFERED = Door(frozenset({"no role"}), otherwise=MISSING)
NOBODY_HAS_ONE = Door(frozenset(), otherwise=MISSING)

LINES: list[tuple[str, Line]] = [
    # Pages for everybody
    ("home regions regions_file region province supporters healthz pieces", Line(get=PUBLIC)),
    ("cohort cohort_file announcement plans", Line(get=PUBLIC)),
    ("language theme", Line(post=PUBLIC)),
    # Signing in, signing up, ways back. Whoever has no business there is led on, never refused.
    ("account_login account_signup account_logout account_reset_password", Line(PUBLIC, PUBLIC)),
    ("account_reset_password_done account_reset_password_from_key_done", Line(get=PUBLIC)),
    ("account_email_verification_sent account_inactive", Line(get=PUBLIC)),
    ("account_reset_password_from_key account_confirm_email", Line(PUBLIC, PUBLIC)),
    ("mfa_authenticate mfa_login_webauthn ask_recovery", Line(PUBLIC, PUBLIC)),
    ("training_sign_in", Line(post=PUBLIC)),
    ("mailbox", Line(get=PUBLIC)),
    ("invitation recovery_link cancel_recovery", Line(PUBLIC, PUBLIC)),
    # My work and my account
    ("work jobs me my_invitations notices", Line(get=MEMBERS)),
    ("account_email account_change_password account_set_password", Line(MEMBERS, MEMBERS)),
    ("account_reauthenticate mfa_reauthenticate mfa_reauthenticate_webauthn", Line(MEMBERS, MEMBERS)),
    ("mfa_index mfa_list_webauthn", Line(get=MEMBERS)),
    ("mfa_activate_totp mfa_generate_recovery_codes mfa_add_webauthn", Line(MEMBERS, MEMBERS)),
    ("usersessions_list notice_choice handover", Line(MEMBERS, MEMBERS)),
    ("read_notices", Line(post=MEMBERS)),
    ("mfa_view_recovery_codes mfa_download_recovery_codes", Line(get=COORDINATORS_OWN)),
    ("mfa_edit_webauthn mfa_remove_webauthn", Line(COORDINATORS_OWN, COORDINATORS_OWN)),
    ("mfa_deactivate_totp", Line(NOBODY_HAS_ONE, NOBODY_HAS_ONE)),
    ("read_notice", Line(post=COORDINATORS_OWN)),
    # Inviting (here: a member of an agency), answering, vouching for somebody (a member too)
    ("invitations", Line(get=Door(INVITE.people | {"office", "ministry", "partner"}))),
    ("invite", Line(INVITE, INVITE)),
    ("revoke_invitation", Line(post=LEAD_PLAN)),
    ("answer_invitation", Line(post=OFFERED)),
    ("recovery", Line(VOUCH, VOUCH)),
    # Reading a plan
    ("plan plan-download plan-history plan-change plan-blame plan-compare", Line(get=READ_PLAN)),
    ("plan-roadmap plan-budget plan-budget-csv plan-impact", Line(get=READ_PLAN)),
    ("plan-dimension plan-innovation plan-problem", Line(get=READ_PLAN)),
    ("plan-book", Line(READ_PLAN, READ_PLAN)),
    ("plan-book-state plan-book-file", Line(get=READ_PLAN)),
    ("plan-book-cancel", Line(post=STOP_BOOK)),
    ("plan-versions", Line(READ_PLAN, Door(LEADERS, anonymous=REFUSED))),
    # Writing a plan
    ("desk desk-chain desk-list", Line(get=WRITE_PLAN)),
    ("desk-add desk-presence plan-conflict", Line(post=WRITE_PLAN)),
    ("desk-judge", Line(get=WRITE_LED)),
    ("desk-element desk-remove", Line(WRITE_LED, WRITE_LED)),
    ("desk-move", Line(post=WRITE_LED)),
    ("plan-revert plan-restore", Line(LEAD_PLAN, LEAD_PLAN)),
]

TABLE: dict[str, Line] = {name: line for names, line in LINES for name in names.split()}

BODIES: dict[str, dict[str, str]] = {
    "desk-add": {"name": "Layanan dari rumah"},
    "desk-element": {"was:title": "Daftar dari rumah", "now:title": "Daftar dari rumah dan dari sekolah"},
    "desk-move": {"to": "down"},
    "desk-remove": {},
    "plan-revert": {"alasan": "Belum disepakati"},
    "plan-restore": {"terlihat": "1", "alasan": "Kembali ke awal"},
    "plan-versions": {"nama": "Draf Bimtek 2"},
    "plan-book-cancel": {},
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
