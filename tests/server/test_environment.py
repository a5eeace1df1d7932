"""Configuration: what is read, what is refused, and the page about it."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from haluan.environment import (
    CHECKOUT,
    ConfigurationError,
    current,
    database_settings,
    markdown,
    read,
    unknown,
)

RANDOM = "Q7xk2_mVb0zLr9-TqYw4HsNf6JcEu1GdPa8oXi5KvZtRyBnMhSeWlCgDjUpOaF3"
PRODUCTION = {
    "HALUAN_ENV": "production",
    "HALUAN_SECRET_KEY": RANDOM,
    "DATABASE_URL": "postgresql://haluan_application:x@db/haluan",
    "HALUAN_OWNER_DATABASE_URL": "postgresql://haluan_owner:y@db/haluan",
    "HALUAN_HOSTS": "haluan.example.go.id",
    "HALUAN_ORIGIN": "https://haluan.example.go.id",
    "SMTP_HOST": "mail.example.go.id",
    "SMTP_FROM": "Haluan <haluan@example.go.id>",
}


def test_nothing_needs_to_be_set_for_training() -> None:
    environment = read({})
    assert environment.training
    assert environment.training_sign_in
    assert environment.port is None
    assert environment.bind == "127.0.0.1"
    assert environment.data == CHECKOUT / ".data"


def test_production_starts_when_everything_it_needs_is_given() -> None:
    environment = read(PRODUCTION)
    assert environment.production
    assert not environment.training_sign_in


@pytest.mark.parametrize(
    "name",
    ["HALUAN_SECRET_KEY", "DATABASE_URL", "HALUAN_HOSTS", "HALUAN_ORIGIN", "SMTP_HOST", "SMTP_FROM"],
)
def test_production_refuses_to_start_without(name: str) -> None:
    with pytest.raises(ConfigurationError, match=f"^{name} belum diisi"):
        read(PRODUCTION | {name: ""})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("HALUAN_SECRET_KEY", "short"),
        ("HALUAN_SECRET_KEY", "a" * 80),
        ("HALUAN_SECRET_KEY", "django-insecure-" + RANDOM),
        ("HALUAN_SECRET_KEY", "latihan-" + RANDOM),
        ("HALUAN_TRAINING_SIGN_IN", "yes"),
        ("HALUAN_HOSTS", "*"),
        ("HALUAN_ORIGIN", "http://haluan.example.go.id"),
        ("DATABASE_URL", "postgresql://postgres:x@db/haluan"),
        ("HALUAN_OWNER_DATABASE_URL", PRODUCTION["DATABASE_URL"]),
    ],
)
def test_production_refuses_what_is_only_for_training(name: str, value: str) -> None:
    with pytest.raises(ConfigurationError, match=f"^{name} .*\\.$"):
        read(PRODUCTION | {name: value})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("HALUAN_ENV", "produksi"),
        ("HALUAN_PORT", "80000"),
        ("HALUAN_PORT", "8000; rm"),
        ("HALUAN_WORKERS", "0"),
        ("HALUAN_LANGUAGE", "fr"),
        ("HALUAN_LOG_LEVEL", "loud"),
        ("HALUAN_TRAINING_SIGN_IN", "maybe"),
        ("HALUAN_ORIGIN", "haluan.example.go.id"),
        ("DATABASE_URL", "mysql://db/haluan"),
        ("HALUAN_DATA", __file__),
    ],
)
def test_a_bad_value_is_refused_in_one_sentence_that_names_it(name: str, value: str) -> None:
    with pytest.raises(ConfigurationError) as refusal:
        read({name: value})
    assert str(refusal.value).startswith(name)
    assert "\n" not in str(refusal.value)


def test_everything_wrong_is_told_at_once_and_no_secret_with_it() -> None:
    password = "mysql://app:do-not-tell@db/haluan"
    with pytest.raises(ConfigurationError) as refusal:
        read({"HALUAN_PORT": "x", "HALUAN_WORKERS": "many", "DATABASE_URL": password})
    assert len(str(refusal.value).splitlines()) == 3
    assert "do-not-tell" not in str(refusal.value)


def test_a_misspelt_variable_is_noticed() -> None:
    assert unknown({"HALUAN_PROT": "8000", "HALUAN_PORT": "8000", "PATH": "/bin"}) == ["HALUAN_PROT"]


def test_the_page_about_configuration_is_current() -> None:
    page = (CHECKOUT / "docs" / "configuration.md").read_text()
    assert page == markdown(), "run: python -m haluan.environment --markdown > docs/configuration.md"


def test_the_training_secret_is_made_once_and_kept_from_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HALUAN_DATA", str(tmp_path / "data"))
    monkeypatch.delenv("HALUAN_SECRET_KEY", raising=False)
    first = current.__wrapped__().secret_key
    assert first == current.__wrapped__().secret_key
    assert len(first) > 50
    assert stat.S_IMODE((tmp_path / "data" / "secret.key").stat().st_mode) == 0o600
    with pytest.raises(ConfigurationError, match="HALUAN_SECRET_KEY"):
        read(PRODUCTION | {"HALUAN_SECRET_KEY": first})


def test_a_database_address_keeps_its_escapes_socket_and_options() -> None:
    settings = database_settings("postgresql://us%40er:p%2Fw@/haluan?host=/run/x&port=5433&sslmode=require")
    assert settings["USER"] == "us@er"
    assert settings["PASSWORD"] == "p/w"
    assert (settings["HOST"], settings["PORT"], settings["NAME"]) == ("/run/x", "5433", "haluan")
    assert settings["OPTIONS"] == {"sslmode": "require"}
