"""`haluan`: judges plan documents without a server, a database or a network."""

import sys


def main() -> None:
    sys.exit("haluan: perintah belum ada.")
