#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""What the schedule rests on, typed in the real window: a room, a clinician's hours, a payer's authorization.

    setup_test.py PLUMBLINE PLUMBLINE_CLI

By keyboard and by the names that a screen reader hears; a refusal stands beside its field. What the window kept is then
asked of the command line, which reads another process's file.
"""

import datetime
import json
import pathlib
import subprocess
import sys
import tempfile
import time

from driver import driver  # noqa: E402

PLUMBLINE, CLI = sys.argv[1], sys.argv[2]
BUTTON = ("push button", "button")


def begin(tour):
    tour.start("--demo")
    tour.find("Appointments of the day")
    time.sleep(1)


def gone(tour, name):
    end = time.monotonic() + 60
    while tour.find(name, BUTTON, patience=0, need=False) is not None:
        if time.monotonic() > end:
            tour.stopped(f"the dialog with {name!r} did not close")
        time.sleep(0.3)


def heard_all(tour, where):
    nameless = tour.nameless()
    assert not nameless, f"{where}: {nameless} cannot be heard"


def settings(tour):
    tour.keys("ctrl+comma")
    tour.find("Add room or equipment", BUTTON)
    time.sleep(1)


def add_room(tour):
    tour.press("Add room or equipment")
    tour.find("Leave", BUTTON)
    tour.fill("Name", "Gym")
    tour.keys("ctrl+s")
    gone(tour, "Leave")
    tour.press("Add room or equipment")
    tour.fill("Name", "Gym")
    tour.keys("Tab", "Down", "Down")  # Equipment.
    tour.keys("ctrl+s")
    tour.find("Another one has this name already.")
    tour.picture("setup-room")
    heard_all(tour, "the dialog of a room")
    tour.fill("Name", "Shoulder pulley")
    tour.keys("ctrl+s")
    gone(tour, "Leave")
    tour.find("Shoulder pulley")


def change_hours(tour):
    tour.focus("Working hours", ("list", "table"))
    tour.keys("Home", "Return")
    tour.fill("Monday", "9-12 13-18")
    tour.press("Monday's hours until Friday")
    tour.fill("Saturday", "noon")
    tour.fill("First day", "12/24")
    tour.fill("Last day", "+400")
    tour.fill("Reason", "Sabbatical")
    tour.keys("Return")
    tour.find("24 Dec")
    tour.keys("ctrl+s")
    tour.find("Type hours such as")
    tour.picture("setup-hours")
    heard_all(tour, "the dialog of hours")
    tour.fill("Saturday", "9-12")
    tour.keys("ctrl+s")
    gone(tour, "Keep hours")
    tour.picture("setup-settings")


def authorize(tour, name):
    tour.keys("ctrl+k")
    time.sleep(0.7)
    tour.type(name)
    time.sleep(1.5)
    tour.keys("Return")
    tour.find("Overview")
    time.sleep(1)
    tour.keys("ctrl+alt+a")
    tour.fill("Payer or referrer", "Harbor Health")
    tour.fill("Number", "A-4711")
    tour.fill("Visits allowed", "many")
    tour.fill("Timed units allowed", "60")
    tour.fill("Last day", "+90")
    tour.keys("ctrl+s")
    tour.find("Type a number from 0 to 9999.")
    tour.picture("setup-authorization")
    heard_all(tour, "the dialog of an authorization")
    tour.fill("Visits allowed", "24")
    tour.keys("ctrl+s")
    gone(tour, "Keep authorization")
    tour.find("Authorization · Harbor Health · A-4711")
    tour.picture("setup-details")
    heard_all(tour, "the details of a patient")


def in_the_dark(tour):
    tour.keys("ctrl+shift+d")
    time.sleep(4)
    tour.picture("setup-details-dark")
    tour.focus("Authorizations and referrals", ("list", "table"))
    tour.keys("Home", "Return")
    tour.find("Keep authorization", BUTTON)
    tour.picture("setup-authorization-dark")
    tour.keys("Escape")
    settings(tour)
    tour.picture("setup-settings-dark")
    tour.focus("Working hours", ("list", "table"))
    tour.keys("Home", "Return")
    tour.find("Keep hours", BUTTON)
    tour.picture("setup-hours-dark")
    tour.keys("Escape")


def main():
    with tempfile.TemporaryDirectory() as folder:
        room = pathlib.Path(folder)
        tour = driver(PLUMBLINE, room)
        clinic = room / "data" / "plumbline" / "demo.plumbline"
        clinic.parent.mkdir(parents=True)
        subprocess.run([CLI, "--clinic", str(clinic), "demo", "--patients", "20"], check=True, stdout=subprocess.DEVNULL)
        call = (CLI, "--clinic", str(clinic), "--user", "demo", "--json")
        ask = lambda *words: json.loads(subprocess.run(call + words, check=True, stdout=subprocess.PIPE).stdout)
        patient = next(one for one in ask("patient", "list", "--limit", "20") if one["name"].isascii())
        try:
            begin(tour)
            settings(tour)
            add_room(tour)
            change_hours(tour)
            authorize(tour, patient["name"])
            in_the_dark(tour)
        finally:
            tour.stop()
        rooms = {one["name"]: one["kind"] for one in ask("schedule", "rooms")}
        assert rooms["Gym"] == "room" and rooms["Shoulder pulley"] == "equipment", rooms
        changed = [one for one in ask("schedule", "hours") if one["tuesday"] == "09:00-12:00 13:00-18:00"]
        assert len(changed) == 1 and changed[0]["saturday"] == "09:00-12:00" and changed[0]["sunday"] == "", changed
        away = changed[0]["exceptions"][-1]
        assert away["first"][5:] == "12-24" and away["hours"] == "" and away["reason"] == "Sabbatical", away
        allowed = [one for one in ask("patient", "authorizations", patient["id"]) if one["number"] == "A-4711"]
        until = datetime.date.fromisoformat(allowed[0]["until"]) - datetime.date.today()
        assert (allowed[0]["visits"], allowed[0]["units"], until.days) == (24, 60, 90), allowed
        entities = {(entry["event"], entry["entity"]) for entry in ask("audit", "list", "--limit", "200")}
        for entity in ("resource", "hours", "authorization"):
            assert ("create", entity) in entities or ("change", entity) in entities, f"no trace of {entity}"
        assert ask("check")["ok"], "the clinic does not check out"


main()
