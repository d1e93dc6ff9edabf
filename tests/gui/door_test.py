#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""The door in the real window: a clinic made in the wizard, a lost password, a changed one, people, lists, the audit log,
a restored backup, and a desk that somebody walked away from with a form open.

    door_test.py PLUMBLINE PLUMBLINE_CLI
"""

import json
import pathlib
import subprocess
import sys
import tempfile
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

from driver import driver

PLUMBLINE, CLI = sys.argv[1], sys.argv[2]
BUTTON = ("push button", "button")
CANARY = "Lockova-Testova"
LOST, RECOVERED, CHANGED = "seventeen loud herons", "quiet harbor lantern 4", "brisk meadow violin 9"
GIVEN = "nine calm herons"


def wizard(tour):
    """A clinic of its own with its owner, empty; the recovery code as it stands on the screen."""
    tour.find("Welcome to Plumbline")
    tour.press("Make the clinic")
    tour.find("The clinic needs a name")
    tour.fill("Name", "Harbor Street")
    tour.fill("Full name", "Olga Harbor")
    tour.fill("Credentials", "PT, DPT")
    tour.fill("Login name", "olga")
    tour.fill("Password", LOST)
    tour.fill("The same again", LOST)
    tour.picture("door-wizard")
    tour.keys("Return")
    tour.find("Your recovery code")
    said = [words for words in everything(tour) if words.count("-") > 4]
    assert said, "no recovery code is heard"
    tour.picture("door-code")
    tour.press("I have written it down")
    tour.find("Appointments of the day")
    return said[0].replace("\n", "").strip()


def everything(tour):
    """All that is shown, as names and texts."""
    for application in tour.applications():
        for node in tour.nodes(application):
            try:
                yield node.get_name() or ""
                if node.get_role_name() in ("text", "entry", "password text", "paragraph"):
                    yield Atspi.Text.get_text(node, 0, -1)
            except GLib.Error:
                continue


def text_of(tour, name):
    return Atspi.Text.get_text(tour.find(name, ("text", "entry")), 0, -1)


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


def unlock(tour, wrong, right, then):
    tour.find("Unlock", ("push button", "button"))
    tour.fill("Password", wrong)
    tour.keys("Return")
    tour.find("Wrong name or password")
    tour.fill("Password", right)
    tour.keys("Return")
    tour.find(then)


def choose_file(tour, path):
    """In the desktop's own chooser."""
    time.sleep(1.5)
    tour.keys("ctrl+a")
    tour.type(str(path))
    tour.keys("Return")


def seen(tour, name):
    """What has the keyboard is inside the window, not below its edge."""
    end = time.monotonic() + 20
    while True:
        at = tour.find(name, ("text", "entry")).get_extents(Atspi.CoordType.SCREEN)
        if 100 < at.y and at.y + at.height < 870:
            return
        if time.monotonic() > end:
            tour.stopped(f"{name!r} stands at {at.y}, out of sight")
        time.sleep(0.3)


def new_password(tour):
    """Somebody left, forgot the password, and comes back."""
    tour.focus("People of the clinic", ("list", "table"))
    tour.keys("Home")
    tour.press("Take away the log-in")
    tour.press("Yes")
    tour.find("That person cannot log in any more")
    tour.press("New password")
    tour.find("Give new password", BUTTON)
    tour.type(GIVEN)
    tour.keys("Tab")
    tour.type(GIVEN + "!")
    tour.keys("ctrl+s")
    tour.find("The two passwords")
    tour.picture("door-new-password")
    tour.type(GIVEN)
    tour.keys("Return")
    tour.find("Nia Comer logs in with the new password")


def people_and_lists(tour, room):
    tour.keys("ctrl+comma")
    tour.fill("Full name", "Nia Comer")
    tour.fill("Login name", "OLGA")
    tour.fill("First password", "seven calm herons")
    tour.press("Add person")
    tour.find("Somebody here has this login name already")
    seen(tour, "Login name")
    tour.picture("door-login-taken")
    tour.fill("Login name", "nia")
    tour.press("Add person")
    tour.find("The new person can log in now")
    new_password(tour)
    (room / "patients.csv").write_text("family name,given name,birth date\nMeyer,Lena,1969-07-07\n", "utf-8")
    tour.press("Import patients")
    choose_file(tour, room / "patients.csv")
    tour.find("Only say what would happen?")
    tour.press("No")
    tour.find("Added 1, skipped 0.")


def codes(tour, room):
    """By keyboard: one typed, one refused, one removed and brought back, a list."""
    tour.press("Add code")
    tour.fill("Code", "X100")
    tour.fill("The clinic's own words", "Exercise")
    tour.picture("door-code-form")
    tour.keys("ctrl+s")
    gone(tour, "Keep code", BUTTON)
    tour.press("Add code")
    tour.fill("Code", "X100")
    tour.keys("ctrl+s")
    tour.find("This code is in the list already.")
    tour.keys("Escape")
    gone(tour, "Keep code", BUTTON)
    tour.focus("Service codes", ("list", "table"))
    tour.keys("Home", "Delete")
    tour.find("Code X100 is removed.")
    tour.press("Undo")
    tour.find("Code X100 is added.")
    (room / "fees.csv").write_text("code,label,timed\nX200,Heat,perhaps\n", "utf-8")
    tour.press("Import a list")
    choose_file(tour, room / "fees.csv")
    tour.find("Nothing was taken over")
    tour.picture("door-codes")
    (room / "fees.csv").write_text("code,label,timed,modality\nX200,Heat,no,hot-pack\n", "utf-8")
    tour.press("Import a list")
    choose_file(tour, room / "fees.csv")
    tour.find("Added 1, changed 0")


def audit_log(tour):
    tour.press("Audit log")
    tour.find("Audit log, newest first")
    tour.press("Verify the log")
    heard(tour, "entries are as they were written")
    tour.fill("From", "someday")
    tour.find("That is not a day")
    tour.fill("From", "today")
    tour.picture("door-audit")
    nameless = tour.nameless()
    assert not nameless, f"the audit log: {nameless} cannot be heard"
    heard(tour, "Meyer, Lena")
    tour.keys("Escape")
    gone(tour, "Verify the log")
    tour.keys("ctrl+shift+h")
    tour.press("Audit log")
    heard(tour, "•••••")
    tour.picture("door-audit-hidden")
    said = [words for words in everything(tour) if "Meyer" in words]
    assert not said, f"names are hidden, and the audit log says {said}"
    tour.keys("Escape")
    gone(tour, "Verify the log")
    tour.keys("ctrl+shift+h")


def restore(tour, room, clinic):
    """At the door: a backup becomes a clinic of its own, and is one."""
    tour.start("--clinic", str(clinic))
    tour.press("Restore")
    tour.fill("Backup file", str(room / "patients.csv"))
    tour.fill("Login name", "olga")
    tour.fill("Password of that day", LOST)
    tour.keys("Return")
    tour.find("This backup is damaged")
    tour.fill("Backup file", str(room / "harbor.backup"))
    tour.keys("Return")
    tour.find("Wrong name or password")
    tour.picture("door-restore")
    tour.fill("Password of that day", CHANGED)
    tour.keys("Return")
    tour.find("Restored and verified. Patients: 1,")
    tour.picture("door-restored")
    tour.fill("Login name", "olga")
    tour.fill("Password", CHANGED)
    tour.keys("Return")
    tour.find("Appointments of the day")


def heard(tour, words):
    end = time.monotonic() + 60
    while not any(words in said for said in everything(tour)):
        if time.monotonic() > end:
            tour.stopped(f"nothing says {words!r}")
        time.sleep(0.3)


def gone(tour, name, roles=()):
    end = time.monotonic() + 60
    while tour.find(name, roles, patience=0, need=False) is not None:
        if time.monotonic() > end:
            tour.stopped(f"{name!r} did not go away")
        time.sleep(0.3)


def nothing_shows(tour, picture):
    """Of the form that is open under the lock, and of whom it is about."""
    tour.find("Unlock", BUTTON)
    tour.picture(picture)
    said = list(everything(tour))
    assert not [words for words in said if CANARY in words or "Family name" in words or "Add patient" in words], said


def typed_is_there(tour):
    tour.find("Family name", ("text", "entry"))
    assert text_of(tour, "Family name") == CANARY, "what was typed is lost"


def lock_over_a_form(tour):
    tour.keys("ctrl+shift+n")
    tour.fill("Family name", CANARY)
    tour.keys("ctrl+l")
    nothing_shows(tour, "door-locked-form")
    unlock(tour, RECOVERED, CHANGED, "Family name")
    typed_is_there(tour)
    tour.fill("Given name", "Still typing")
    tour.picture("door-unlocked-form")
    tour.keys("Escape")
    gone(tour, "Family name")


def walk_away(tour):
    """Nothing that happens by itself counts as a person's activity: neither the clock nor the looking of this test."""
    tour.keys("ctrl+comma")
    tour.fill("Locks after minutes", "1")
    tour.press("Keep")
    tour.find("locks in 0:")
    tour.keys("ctrl+shift+n")
    typed_is_there(tour)  # From the journal.
    tour.find("Unlock", BUTTON, patience=120)
    nothing_shows(tour, "door-idle-form")
    unlock(tour, LOST, CHANGED, "Family name")
    typed_is_there(tour)
    tour.keys("Escape")
    gone(tour, "Family name")


def main():
    with tempfile.TemporaryDirectory() as folder:
        room = pathlib.Path(folder)
        clinic = room / "harbor.plumbline"
        tour = driver(PLUMBLINE, room)
        call = (CLI, "--clinic", str(clinic), "--user", "olga", "--password-file", str(room / "password"), "--json")
        ask = lambda *words: json.loads(subprocess.run(call + words, check=True, stdout=subprocess.PIPE).stdout)
        try:
            tour.start("--clinic", str(clinic))
            code = wizard(tour)
            people_and_lists(tour, room)
            codes(tour, room)
            audit_log(tour)
            tour.stop()
            tour.start("--clinic", str(clinic))
            tour.find("Log in", BUTTON)
            recover(tour, code)
            change_password(tour)
            tour.keys("ctrl+l")
            unlock(tour, RECOVERED, CHANGED, "Locks after minutes")
            lock_over_a_form(tour)
            walk_away(tour)
            tour.stop()
            (room / "password").write_text(CHANGED)
            ask("backup", str(room / "harbor.backup"))
            restore(tour, room, clinic)
        finally:
            tour.stop()
        entries = ask("audit", "list", "--limit", "200")
        (room / "password").write_text(GIVEN)
        as_nia = call[:4] + ("nia",) + call[5:]
        seen = json.loads(subprocess.run(as_nia + ("patient", "list"), check=True, stdout=subprocess.PIPE).stdout)
        assert [one["name"] for one in seen] == ["Meyer, Lena"], seen
        (room / "password").write_text(CHANGED)
        assert [one["event"] for one in entries].count("password-changed") == 2, entries
        assert [one["code"] for one in ask("codes", "list")] == ["X100", "X200"], ask("codes", "list")
        assert not ask("patient", "list", "--search", CANARY), "a form that was left open was kept"
        assert ask("check")["ok"], "the clinic does not check out"
        restored = json.loads(subprocess.run(
            (CLI, "--clinic", str(room / "harbor-restored.plumbline")) + call[3:] + ("patient", "list"), check=True,
            stdout=subprocess.PIPE).stdout)
        assert [one["name"] for one in restored] == ["Meyer, Lena"], restored


main()
