#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""The clinic manager's day in the real window: by mouse and by keyboard.

    schedule_test.py PLUMBLINE PLUMBLINE_CLI

Books by typing, drags an appointment with the mouse, undoes it, moves it by the keyboard, cancels it, fills the free time
from the waitlist, and books a series of twelve. What the window did is then asked of the command line.
"""

import datetime
import importlib.machinery
import importlib.util
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

PLUMBLINE, CLI = sys.argv[1], sys.argv[2]


def driver(room):
    """The tour's own hands and eyes."""
    os.environ.update(XDG_DATA_HOME=str(room / "data"), XDG_STATE_HOME=str(room / "state"), PLUMBLINE=PLUMBLINE,
                      PLUMBLINE_TOUR=os.environ.get("SCHEDULE_PICTURES", str(room)), PLUMBLINE_TOUR_STRICT="1")
    path = str(pathlib.Path(__file__).resolve().parents[2] / "installer" / "tour")
    loader = importlib.machinery.SourceFileLoader("tour", path)
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("tour", loader))
    sys.dont_write_bytecode = True
    loader.exec_module(module)
    module.MOST_CHILDREN = 400
    return module


def monday_ahead():
    """A working day that the demo clinic has not filled."""
    day = datetime.date.today() + datetime.timedelta(days=70)
    return day - datetime.timedelta(days=day.weekday())


class Manager:
    def __init__(self, tour, tour_module):
        self.tour = tour
        self.nodes = tour_module.nodes
        self.heard = tour_module.heard

    def blocks(self, words):
        found = []
        for application in self.tour.applications():
            for node in self.nodes(application):
                if node.get_role_name() == "list item" and words in self.heard(node):
                    found.append(node)
        return found

    def block(self, *words):
        """The appointment whose spoken line holds all of these words."""
        end = time.monotonic() + 60
        while time.monotonic() < end:
            for node in self.blocks(words[0]):
                if all(word in self.heard(node) for word in words):
                    return node
            time.sleep(0.3)
        self.tour.picture("stopped-here")
        sys.exit(f"no appointment says {words!r}")

    def gone(self, *words):
        end = time.monotonic() + 60
        while time.monotonic() < end:
            if not any(all(word in self.heard(node) for word in words) for node in self.blocks(words[0])):
                return
            time.sleep(0.3)
        self.tour.picture("stopped-here")
        sys.exit(f"{words!r} is still there")

    def sheet(self):
        return self.tour.find("Schedule,", ("list",))

    def point(self, x, y, *after):
        subprocess.run(["xdotool", "mousemove", str(x), str(y), *after], check=True)
        time.sleep(0.3)

    def middle(self, node):
        box = node.get_extents(Atspi.CoordType.SCREEN)
        return box.x + box.width // 2, box.y + box.height // 4, box

    def click(self, node):
        x, y, _ = self.middle(node)
        self.point(x, y, "click", "1")

    def drag(self, node, down):
        """The appointment, so many pixels down."""
        x, y, _ = self.middle(node)
        self.point(x, y, "mousedown", "1")
        for part in range(1, 9):
            self.point(x, y + down * part // 8)
        subprocess.run(["xdotool", "mouseup", "1"], check=True)
        time.sleep(0.5)

    def book(self, name, day, at):
        self.tour.keys("ctrl+n")
        self.tour.fill("Patient", name)
        time.sleep(1)
        self.tour.keys("Return")
        self.tour.fill("Day", day.isoformat())
        self.tour.fill("Begins", at)
        self.tour.keys("ctrl+s")


def work(manager, names):
    tour = manager.tour
    tour.keys("ctrl+2")
    manager.sheet()
    tour.picture("schedule-today")
    day = monday_ahead()
    tour.keys("g")
    tour.fill("Day", day.isoformat())
    tour.keys("Return")
    time.sleep(1)

    manager.book(names[0], day, "9:00")
    one = manager.block("09:00", names[0])
    box = manager.middle(one)[2]
    manager.drag(one, box.height * 2)  # 45 minutes are one height.
    manager.block("10:30", names[0])
    tour.picture("schedule-dragged")
    tour.keys("ctrl+z")
    manager.block("09:00", names[0])
    tour.keys("ctrl+y")
    moved = manager.block("10:30", names[0])
    manager.click(moved)
    tour.keys("ctrl+Down")
    manager.block("10:45", names[0])
    tour.keys("ctrl+x", "Down", "ctrl+v")  # Past the appointment.
    manager.gone("10:45", names[0])
    return day


def waitlist(manager, names):
    tour = manager.tour
    tour.keys("ctrl+alt+l")
    tour.fill("Patient", names[1])
    time.sleep(1)
    tour.keys("Return")
    tour.focus("As soon as possible", ("check box",))
    tour.keys("space", "ctrl+s")
    manager.block(names[1], "ASAP")
    manager.click(manager.block("11:30 " + names[0]))
    tour.keys("Delete")
    time.sleep(0.7)
    tour.keys("Return")
    manager.gone("11:30 " + names[0])
    time.sleep(1)
    tour.picture("schedule-free")
    tour.keys("Return")  # The keyboard stands in the free time: who fits?
    time.sleep(0.7)
    tour.keys("Down", "Return")
    manager.block("11:30 " + names[1])
    tour.picture("schedule-filled")


def series(manager, names, day):
    tour = manager.tour
    tour.keys("ctrl+n")
    tour.fill("Patient", names[2])
    time.sleep(1)
    tour.keys("Return")
    tour.fill("Day", (day + datetime.timedelta(days=1)).isoformat())
    tour.fill("Begins", "15:00")
    tour.focus("Remark", ("text", "entry"))
    tour.keys("Tab", "Down")  # Every week.
    tour.fill("Number of visits", "12")
    tour.keys("ctrl+s")
    tour.find("12 visits")
    tour.picture("schedule-series")
    tour.keys("ctrl+s")
    time.sleep(2)


def main():
    with tempfile.TemporaryDirectory() as folder:
        room = pathlib.Path(folder)
        module = driver(room)
        clinic = room / "data" / "plumbline" / "demo.plumbline"
        clinic.parent.mkdir(parents=True)
        subprocess.run([CLI, "--clinic", str(clinic), "demo", "--patients", "20"], check=True, stdout=subprocess.DEVNULL)
        call = (CLI, "--clinic", str(clinic), "--user", "demo", "--json")
        ask = lambda *words: json.loads(subprocess.run(call + words, check=True, stdout=subprocess.PIPE).stdout)
        everyone = ask("patient", "list", "--limit", "20")
        names = [one["name"] for one in everyone if one["name"].isascii()][:3]
        people = {one["name"]: one["id"] for one in everyone}
        tour = module.Tour()
        try:
            tour.start("--demo")
            tour.find("Appointments of the day")
            time.sleep(1)
            manager = Manager(tour, module)
            day = work(manager, names)
            waitlist(manager, names)
            series(manager, names, day)
            tour.keys("w")
            time.sleep(1)
            tour.picture("schedule-week")
            tour.keys("l")
            time.sleep(1)
            tour.picture("schedule-list")
            assert not tour.unnamed, tour.unnamed
        finally:
            tour.stop()
        until = day + datetime.timedelta(days=100)
        booked = [one for one in ask("schedule", "list", "--from", day.isoformat(), "--to", until.isoformat())]
        of = lambda name: [one for one in booked if one["patient_id"] == people[name]]
        assert [one["status"] for one in of(names[0])] == ["cancelled"], of(names[0])
        assert [one["start"][:10] for one in of(names[1])] == [day.isoformat()], of(names[1])
        assert len(of(names[2])) >= 11, of(names[2])
        assert ask("check")["ok"], "the clinic does not check out"


main()
