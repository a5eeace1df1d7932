"""People of every role, own and foreign, and a thing for every argument that an address can take.

Used on a copy of the loaded database. The plans of the walls are small, one open to everybody and one draft,
both of Kabupaten Latihan; "own" people hold their role there, "foreign" ones in Kota Latihan Baru.
"""

from __future__ import annotations

from base64 import urlsafe_b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from hashlib import sha256
from typing import Any

from allauth.account.forms import default_token_generator
from allauth.account.internal.flows.login import record_authentication
from allauth.account.models import EmailConfirmationHMAC
from allauth.account.utils import user_pk_to_url_str
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from cryptography.hazmat.primitives.asymmetric import ec
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.auth.hashers import make_password
from django.contrib.sessions.backends.db import SessionStore
from django.core import signing
from django.db import connection
from django.test import RequestFactory
from django.utils import timezone
from fido2.cose import ES256
from fido2.webauthn import AttestationObject, AttestedCredentialData, AuthenticatorData, CollectedClientData

from haluan.accounts.models import Invitation, Notice, Recovery, Role, User
from haluan.accounts.recovery import SALT
from haluan.impact.models import Inquiry, Optimisation
from haluan.plans.drawn import Drawn
from haluan.plans.exchange.reading import read_again, receive
from haluan.plans.models import ChangeSet, Picture, Plan, Share, Suggestion, Thread
from haluan.programme.models import KnownInnovation
from haluan.publishing.models import BookRun
from haluan.regions.models import Institution, Region
from tests.impact_pages.making import finished, keep
from tests.plans_app.making import SMALL, make_plan, set_field

OWN, FOREIGN = "99.01", "99.71"
ROLES: dict[str, dict[str, str]] = {
    "no role": {},
    "office": {"kind": "office"},
    "assessor": {"kind": "assessor"},
    "mentor": {"kind": "mentor", "region": OWN},
    "foreign mentor": {"kind": "mentor", "region": FOREIGN},
    "head": {"kind": "head", "region": OWN},
    "foreign head": {"kind": "head", "region": FOREIGN},
    "coordinator": {"kind": "coordinator", "region": OWN},
    "foreign coordinator": {"kind": "coordinator", "region": FOREIGN},
    "leading member": {"kind": "member", "region": OWN, "agency": "DINKES"},
    "other member": {"kind": "member", "region": OWN, "agency": "DLH"},
    "foreign member": {"kind": "member", "region": FOREIGN, "agency": "DINKES"},
    "ministry": {"kind": "ministry", "institution": "Kementerian Latihan"},
    "partner": {"kind": "partner", "institution": "PT Mitra Latihan"},
    "resident": {"kind": "resident", "region": OWN},
}
ANONYMOUS = "anonymous"
PEOPLE = (ANONYMOUS, *ROLES)

OPEN, DRAFT = "dinding-terbuka", "dinding-draf"
LED = "IN-01"  # by DINKES, without partners: see tests/plans_app/making.py
TITLED = "Daftar dari rumah sendiri"
PIXEL = Drawn(
    bytes.fromhex(
        "89504e470d0a1a0a0000000d4948445200000001000000010800000000"
        "3a7e9b550000000a49444154789c6360000000020001e221bc330000000049454e44ae426082"
    ),
    "image/png",
    1,
    1,
)
THIRDS = [{"source": source, "share": 0.33} for source in ("APBD", "DAK", "CSR")]
ACCEPTED = {
    "id": "TM-01",
    "code": "CHN105",
    "element": "IN-02",
    "reason": "Ditulis sesudah musyawarah desa bulan depan.",
}
WRITTEN = SMALL | {
    "innovations": [SMALL["innovations"][0] | {"funding": THIRDS}, *SMALL["innovations"][1:]],
    "acceptances": [ACCEPTED],
    "readiness": [
        {"id": "RD-01", "element": "structure", "aspect": "Petugas", "level": 2, "target_level": 4}
    ],
    "issues": [{"id": "SW-01", "kind": "threat", "text": "Rob makin sering"}],
    "chapters": [
        {
            "id": "BB-01",
            "book": "I",
            "place": "opening",
            "title": "Latar belakang",
            "body": "# Awal\n\n![](GB-01)",
        }
    ],
    "figures": [
        {
            "id": "GB-01",
            "title": "Satu titik",
            "media_type": PIXEL.media_type,
            "digest": sha256(PIXEL.content).hexdigest(),
        }
    ],
}


@dataclass
class World:
    """Everything there is: users by name of `ROLES`, and what addresses are filled in with."""

    users: dict[str, User]
    arguments: dict[str, Any]
    of_address: dict[str, dict[str, Any]]
    of_plan: dict[str, dict[str, dict[str, Any]]]

    def arguments_of(self, name: str, wanted: list[str], slug: str = OPEN) -> dict[str, Any]:
        """A value for each argument of the address called `name`; KeyError names the one that is unknown."""
        own = self.of_plan[slug].get(name, {}) if slug in self.of_plan else {}
        known = self.arguments | {"slug": slug} | self.of_address.get(name, {}) | own
        return {argument: known[argument] for argument in wanted}


def known_innovation() -> str:
    """Of another region, as the library names it."""
    region = Region.objects.filter(fictional=False).exclude(code=OWN).order_by("code")[0]
    KnownInnovation.objects.get_or_create(
        region=region,
        name="Antre dari rumah",
        defaults={
            "problem": "Antre sejak subuh",
            "service_change": "Warga mengambil nomor dari rumah",
            "enabler": "petugas loket",
            "source": "contoh uji",
        },
    )
    return f"daerah/{region.code}/antre-dari-rumah"


def make_world() -> World:
    """In the database that the connection points to."""
    users = {name: make_person(name, role) for name, role in ROLES.items()}
    coordinator = users["coordinator"]
    of_plan = {}
    for slug in (OPEN, DRAFT):
        plan = make_plan(WRITTEN, region=Region.objects.get(code=OWN), slug=slug, public=slug == OPEN)
        retitled = set_field("title", SMALL["innovations"][0]["title"], TITLED, LED)
        ChangeSet.apply(plan=plan, changes=[retitled], by=coordinator)
        picture = Picture.keep(plan, PIXEL, coordinator)
        BookRun.ask(plan, 1, language="id", by=coordinator)
        of_plan[slug] = written_together(plan, coordinator) | optimised(plan, coordinator)
        send_in(plan, coordinator)
    passkey = Authenticator.objects.create(
        user=coordinator,
        type=Authenticator.Type.WEBAUTHN,
        data={"name": "Ponsel", "credential": credential()},
    )
    RecoveryCodes.activate(coordinator).instance.save()  # as from the second time they are looked at
    unproven = users["no role"].emailaddress_set.create(email="kedua@dinding.example")
    return World(
        users,
        {
            "code": OWN, "year": 2018, "number": 1, "collection": "innovations", "key": LED, "field": "title",
            "dimension": "governance", "kind": "member", "book": 3, "form": "docx",
            "table": "inovasi", "rule": "ENB101", "origin": known_innovation(),
        },
        {
            "province": {"code": "99"},
            "plan-problem": {"key": "MS-01"},
            "plan-picture": {"digest": picture.digest},
            "desk-answered": {"collection": "issues", "key": "SW-01"},
            "suggest-answered": {"collection": "issues", "key": "SW-01"},
            "plan-revert": {"number": 2},
            "desk-table-undo": {"number": 2},
            "account_reset_password_from_key": password_link(users["resident"]),
            "account_confirm_email": {"key": EmailConfirmationHMAC(unproven).key},
            "mfa_edit_webauthn": {"pk": passkey.pk},
            "mfa_remove_webauthn": {"pk": passkey.pk},
            "read_notice": {"pk": Notice.objects.create(user=coordinator, what="Coba", url="/kerja/").pk},
            "revoke_invitation": {"pk": invite("baru@dinding.example", coordinator).pk},
            "answer_invitation": {"pk": invite(users["no role"].email, coordinator).pk},
            "invitation": {"token": offer("tamu@dinding.example", coordinator)[1]},
            "recovery": {"pk": recovery_of(users["other member"]).pk},
            "cancel_recovery": {"token": signing.dumps(recovery_of(users["leading member"]).pk, salt=SALT)},
            "recovery_link": {"token": link_of(users["foreign member"], coordinator)},
        },
        of_plan,
    )  # fmt: skip


def send_in(plan: Plan, by: User) -> None:
    """A table that is being taken into a plan: its columns are made sure of, its rows wait for a yes."""
    raw = (
        "No\tNama inovasi\tDimensi\tOPD\tTahun\tAnggaran (Rp juta)\n"
        "1\tAntar obat ke rumah\tSmart Living\tDinas Kesehatan\t2026\t150\n"
        "2\tBank sampah di desa\tSmart Environment\tDinas Perkebunan\t2027\t75\n"
    )
    intake = receive(plan, by, raw.encode(), "program.txt")
    read_again(intake, intake.guessed["mapping"])


def written_together(plan: Plan, by: User) -> dict[str, dict[str, Any]]:
    """A part, a thread, an open suggestion and a draft of one; what fills in the addresses of each."""
    due = timezone.localdate() + timedelta(days=7)
    share = Share.objects.create(
        plan=plan, agency="DINKES", collection="innovations", key=LED, due=due, given_by=by
    )
    thread = Thread.objects.create(plan=plan, collection="innovations", key=LED, field="title")
    said = thread.say(by, "Siapa yang mendaftar bagi yang tidak punya ponsel?")
    assert said
    opened = suggested(plan, by, "lead_agency", "DINKES", "DLH")
    opened.hand_in("Lebih dekat dengan warga")
    draft = suggested(plan, by, "beneficiaries", None, "Pasien puskesmas")
    names = {
        share: "plan-share-hand-in plan-share-turn",
        thread: "plan-thread",
        said: "plan-remark",
        opened: "plan-suggestion plan-suggestion-withdraw plan-suggestion-decide plan-suggestion-ask",
        draft: "plan-suggestion-hand-in",
    }
    return {name: {"pk": thing.pk} for thing, told in names.items() for name in told.split()}


def optimised(plan: Plan, by: User) -> dict[str, dict[str, Any]]:
    """A finished optimisation with a question under way, another optimisation under way, and a scenario."""
    done = finished(plan, {LED: 2026}, by)
    live, scenario = Optimisation.ask(plan, by=by), keep(plan, "Lebih cepat", {LED: 2026}, by)
    asked = Inquiry.ask(done, "frontier", by=by)
    names = {
        done: "plan-optimisation plan-inquire",
        live: "plan-optimisation-cancel",
        asked: "plan-inquiry plan-inquiry-cancel",
        scenario: "plan-scenario-remove",
    }
    return {name: {"pk": thing.pk} for thing, told in names.items() for name in told.split()}


def suggested(plan: Plan, by: User, field: str, was: Any, now: Any) -> Suggestion:
    return Suggestion.put(plan, by, {}, lambda _before: [set_field(field, was, now, LED)])


def make_person(name: str, role: dict[str, str]) -> User:
    email = f"{name.replace(' ', '-')}@dinding.example"
    user = User.objects.create(email=email, name=name.title(), training=True, password=hashed())
    user.emailaddress_set.create(email=user.email, verified=True, primary=True)
    if role:
        held: dict[str, Any] = dict(role)
        if code := held.get("region"):
            held["region"] = Region.objects.get(code=code)
        if institution := held.get("institution"):
            held["institution"] = Institution.objects.get(name=institution)
        Role.objects.give(user, **held)
    return user


@cache
def hashed() -> str:
    """The password that everybody has: hashing is slow on purpose, so it is done once."""
    return make_password("kata sandi dinding")


def offer(email: str, by: User) -> tuple[Invitation, str]:
    return Invitation.objects.offer(
        email=email, by=by, kind="member", region=Region.objects.get(code=OWN), institution=None, agency="DLH"
    )


def invite(email: str, by: User) -> Invitation:
    return offer(email, by)[0]


def recovery_of(user: User) -> Recovery:
    return Recovery.objects.ask(user, "Ponsel hilang di pasar")[0]


def link_of(user: User, by: User) -> str:
    recovery = recovery_of(user)
    recovery.verify(by, "Datang sendiri")
    return recovery.make_link()


def password_link(user: User) -> dict[str, str]:
    return {"uidb36": user_pk_to_url_str(user), "key": default_token_generator.make_token(user)}


def credential() -> dict[str, Any]:
    """A passkey as a browser registers it."""
    public = ES256.from_cryptography_key(ec.generate_private_key(ec.SECP256R1()).public_key())
    attested = AttestedCredentialData.create(bytes(16), b"dinding", public)
    flags = AuthenticatorData.FLAG.UP | AuthenticatorData.FLAG.AT
    shown = AttestationObject.create("none", AuthenticatorData.create(bytes(32), flags, 0, attested), {})
    data = CollectedClientData.create("webauthn.create", b"dinding", "http://localhost")
    return {
        "id": in_json(b"dinding"), "rawId": in_json(b"dinding"), "type": "public-key",
        "response": {"clientDataJSON": in_json(data), "attestationObject": in_json(shown)},
    }  # fmt: skip


def in_json(value: bytes) -> str:
    return urlsafe_b64encode(value).decode().rstrip("=")


def session_of(user: User) -> str:
    """The key of a new session of somebody who signed in and gave the password again a moment ago."""
    request = RequestFactory().get("/")
    request.session = SessionStore()
    request.session[SESSION_KEY] = str(user.pk)
    request.session[BACKEND_SESSION_KEY] = "haluan.accounts.training.TrainingBackend"
    request.session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    record_authentication(request, user, "password", reauthenticated=True)
    request.session.create()
    return request.session.session_key


@contextmanager
def pointed_at(database: str) -> Iterator[None]:
    """Django's connection on another database of the tests' cluster."""
    connection.close()
    before = connection.settings_dict["NAME"]
    connection.settings_dict["NAME"] = database
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"] = before


COOKIE = settings.SESSION_COOKIE_NAME
