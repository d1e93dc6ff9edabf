#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""The door in the real window: a lost password, a changed one, and a desk that somebody walked away from.

    door_test.py PLUMBLINE PLUMBLINE_CLI
"""

import json
import pathlib
import subprocess
import sys
import tempfile

from driver import driver

PLUMBLINE, CLI = sys.argv[1], sys.argv[2]
LOST, RECOVERED, CHANGED = "seventeen loud herons", "quiet harbor lantern 4", "brisk meadow violin 9"


def made_clinic(room):
    """A clinic and its recovery code, as it was printed."""
    (room / "password").write_text(LOST)
    made = subprocess.run((CLI, "--clinic", str(room / "harbor.plumbline"), "--password-file", str(room / "password"),
                           "--json", "init", "--name", "Harbor Street", "--owner", "olga"),
                          check=True, stdout=subprocess.PIPE)
    return room / "harbor.plumbline", json.loads(made.stdout)["recovery_code"]


def recover(tour, code):
    tour.press("Forgot it")
    tour.fill("Recovery code", code[:-1])  # One sign is missing.
    tour.fill("Login name", "olga")
    tour.fill("New password", RECOVERED)
    tour.fill("The same again", RECOVERED + "!")
    tour.keys("Return")
    tour.find("The two passwords")
    tour.fill("The same again", RECOVERED)
    tour.keys("Return")
    tour.find("This code and login name")
    tour.fill("Recovery code", code)
    tour.keys("Return")
    tour.find("Appointments of the day")


def change_password(tour):
    tour.keys("ctrl+comma")
    tour.fill("Old password", LOST)
    tour.fill("New password", CHANGED)
    tour.fill("The same again", CHANGED)
    tour.press("Change password")
    tour.find("The old password")
    tour.fill("Old password", RECOVERED)
    tour.fill("New password", CHANGED)
    tour.fill("The same again", CHANGED)
    tour.press("Change password")
    tour.find("Your password is changed")


def unlock(tour, wrong, right):
    tour.find("Unlock", ("push button", "button"))
    tour.fill("Password", wrong)
    tour.keys("Return")
    tour.find("Wrong name or password")
    tour.fill("Password", right)
    tour.keys("Return")
    tour.find("Locks after minutes")


def walk_away(tour):
    """Nothing that happens by itself counts as a person's activity: neither the clock nor the looking of this test."""
    tour.fill("Locks after minutes", "1")
    tour.press("Keep")
    tour.find("locks in 0:")
    tour.find("Unlock", ("push button", "button"), patience=120)


def main():
    with tempfile.TemporaryDirectory() as folder:
        room = pathlib.Path(folder)
        clinic, code = made_clinic(room)
        tour = driver(PLUMBLINE, room)
        try:
            tour.start("--clinic", str(clinic))
            tour.find("Log in", ("push button", "button"))
            recover(tour, code)
            change_password(tour)
            tour.keys("ctrl+l")
            unlock(tour, RECOVERED, CHANGED)
            walk_away(tour)
            unlock(tour, LOST, CHANGED)
        finally:
            tour.stop()
        (room / "password").write_text(CHANGED)
        call = (CLI, "--clinic", str(clinic), "--user", "olga", "--password-file", str(room / "password"), "--json")
        ask = lambda *words: json.loads(subprocess.run(call + words, check=True, stdout=subprocess.PIPE).stdout)
        entries = ask("audit", "list", "--limit", "100")
        assert [one["event"] for one in entries].count("password-changed") == 2, entries
        assert ask("check")["ok"], "the clinic does not check out"


main()
