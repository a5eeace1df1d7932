"""Work that runs by the clock, each at most once at a time."""

from __future__ import annotations

from procrastinate.contrib.django import app

from . import notices, recovery


@app.periodic(cron="*/10 * * * *")
@app.task(name="accounts.send_digests", lock="accounts.send_digests", queueing_lock="accounts.send_digests")
def send_digests(timestamp: int) -> None:
    notices.send_digests()


@app.periodic(cron="*/5 * * * *")
@app.task(name="accounts.send_recovery_links", lock="accounts.recovery", queueing_lock="accounts.recovery")
def send_recovery_links(timestamp: int) -> None:
    recovery.send_links()
