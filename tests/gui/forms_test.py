#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""The forms in the real window after kill -9, a note that should not have been begun, and a plan that is recertified.

    forms_test.py PLUMBLINE PLUMBLINE_CLI

What was typed stands in the form again with a line that says so, nothing of it is on disk as plain text, keeping twice
keeps one, and a discarded note comes back with Undo.
"""

import json
import pathlib
import subprocess
import sys
import tempfile
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

from driver import driver  # noqa: E402

PLUMBLINE, CLI = sys.argv[1], sys.argv[2]
CANARY = "Crashova-Testova"


def begin(tour):
    tour.start("--demo")
    tour.find("Appointments of the day")
    time.sleep(1)


def break_down(tour):
    time.sleep(1.5)  # The journal is at most a second behind.
    tour.program.kill()
    tour.program.wait()


def text_of(tour, name):
    node = tour.find(name, ("text", "entry"))
    return Atspi.Text.get_text(node, 0, -1)


def plain_text(data):
    return [file.name for file in data.rglob("*") if file.is_file() and CANARY.encode() in file.read_bytes()]


def new_patient(tour):
    begin(tour)
    tour.keys("ctrl+shift+n")
    tour.fill("Family name", CANARY)
    tour.fill("Birth date", "30 Feb 1979")
    break_down(tour)
    begin(tour)
    tour.keys("ctrl+shift+n")
    tour.find("Restored what you typed at")
    assert text_of(tour, "Family name") == CANARY, "the family name is lost"
    assert text_of(tour, "Birth date") == "30 Feb 1979", "what means no day yet is lost"
    tour.fill("Birth date", "3/14/79")
    tour.keys("ctrl+s", "ctrl+s")
    tour.find("Start episode", ("push button", "button", "link"))


def discarded_note(tour):
    tour.keys("ctrl+1")
    tour.keys("alt+1")
    tour.fill("Next time", "Written for the wrong person.")
    tour.keys("ctrl+shift+Delete")
    time.sleep(1)
    tour.keys("Return")  # The first of the reasons.
    tour.press("Undo")
    end = time.monotonic() + 60
    while text_of(tour, "Next time") != "Written for the wrong person.":
        if time.monotonic() > end:
            tour.stopped("the note did not come back as it was")
        time.sleep(0.5)


def palette(tour, words):
    tour.keys("ctrl+shift+p")
    time.sleep(1)
    tour.type(words)
    time.sleep(1)
    tour.keys("Return")


def recertified_plan(tour):
    """From the note back to the chart: the signed plan is recertified, and an unsigned note keeps the episode open."""
    tour.keys("alt+Left", "alt+4")
    palette(tour, "recertify")
    tour.find("Back to the plan in force")
    tour.fill("Goal 1: progress toward it, in your words", "Holds it for a whole week now.")
    tour.keys("ctrl+Return")
    tour.find("Signed by ")  # Not the field of the physician.
    palette(tour, "discharge")
    tour.fill("In your words", "moves away")
    tour.keys("ctrl+s")
    tour.find("Choose why care ends.")
    tour.picture("discharge")
    tour.choose("Because", 4)
    tour.keys("ctrl+s")
    tour.find("Sign first, or discard, the visit note of")
    tour.keys("Escape")


def main():
    with tempfile.TemporaryDirectory() as folder:
        room = pathlib.Path(folder)
        data = room / "data"
        tour = driver(PLUMBLINE, room)
        try:
            new_patient(tour)
            discarded_note(tour)
            recertified_plan(tour)
            assert not plain_text(data), "a name stands as plain text on disk"
        finally:
            tour.stop()
        call = (CLI, "--clinic", str(next(data.rglob("*.plumbline"))), "--user", "demo", "--json")
        ask = lambda *words: json.loads(subprocess.run(call + words, check=True, stdout=subprocess.PIPE).stdout)
        found = ask("patient", "list", "--search", CANARY.lower())
        assert [one["birth_date"] for one in found] == ["1979-03-14"], found
        assert "delete" in [entry["event"] for entry in ask("audit", "list", "--limit", "100")], "no trace of the discarded note"
        signed = [entry["entity"] for entry in ask("audit", "list", "--limit", "100") if entry["event"] == "sign"]
        assert "plan_of_care" in signed, "no trace of the recertified plan"
        assert ask("check")["ok"], "the clinic does not check out"


main()
