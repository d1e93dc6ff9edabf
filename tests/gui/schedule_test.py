#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""The clinic manager's day in the real window: by mouse and by keyboard.

    schedule_test.py PLUMBLINE PLUMBLINE_CLI

Books by typing, by the next opening and as a walk-in; drags, copies, stretches with the mouse, takes back, moves by the
keyboard; cancels from the menu, fills the free time from the waitlist, books a series of twelve, saves a view, carries a
patient over from the list, prints the day sheet; pulls onto somebody else, past the edge, over the pinboard, from the
waitlist and the patients; books a class, hides every name; books beyond a certification with the reason, plans twelve
visits of a new plan of care with one of them taken elsewhere. What the window did is then asked of the command line.
"""

import datetime
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

from driver import driver  # noqa: E402

PLUMBLINE, CLI = sys.argv[1], sys.argv[2]


def monday_ahead():
    """A working day that the demo clinic has not filled."""
    day = datetime.date.today() + datetime.timedelta(days=70)
    return day - datetime.timedelta(days=day.weekday())


class Manager:
    def __init__(self, tour):
        self.tour = tour

    def fail(self, words):
        self.tour.stopped(words)

    def blocks(self, *words):
        """The appointments whose spoken line holds all of these words."""
        found = []
        for application in self.tour.applications():
            for node in self.tour.nodes(application):
                if node.get_role_name() == "list item" and all(word in self.tour.heard(node) for word in words):
                    found.append(node)
        return found

    def until(self, what, says):
        """Looks again until the screen shows it."""
        end = time.monotonic() + 60
        while time.monotonic() < end:
            if found := what():
                return found
            time.sleep(0.2)
        return self.fail(says)

    def block(self, *words):
        return self.until(lambda: self.blocks(*words), f"no appointment says {words!r}")[0]

    def gone(self, *words):
        self.until(lambda: not self.blocks(*words), f"{words!r} is still there")

    def sheet(self):
        return self.tour.find("Schedule,", ("list",))

    def reveal(self, node):
        """Turns the wheel until a block is in sight: where a day opens depends on the hour of the clock."""
        parent = node.get_parent()
        if parent is None or not (parent.get_name() or "").startswith("Schedule,"):
            return
        pane = self.tour.find("Schedule,", ("scroll pane",)).get_extents(Atspi.CoordType.SCREEN)
        for _ in range(60):
            node.clear_cache()
            box = node.get_extents(Atspi.CoordType.SCREEN)
            above, below = box.y < pane.y + 4, box.y + box.height > pane.y + pane.height - 4
            if not above and not below:
                return
            self.point(pane.x + pane.width // 2, pane.y + pane.height // 2, "click", "4" if above else "5")

    def box(self, node):
        self.reveal(node)
        box = node.get_extents(Atspi.CoordType.SCREEN)
        return box, box.x + box.width // 2, box.y + box.height // 4

    def point(self, x, y, *after):
        subprocess.run(["xdotool", "mousemove", str(x), str(y), *after], check=True)
        time.sleep(0.12)

    def click(self, node, button="1"):
        _, x, y = self.box(node)
        self.point(x, y, "click", button)
        time.sleep(0.2)

    def pull(self, x, y, right, down, held=()):
        """From this point so many pixels right and down, with these keys held."""
        for key in held:
            subprocess.run(["xdotool", "keydown", key], check=True)
        self.point(x, y, "mousedown", "1")
        for part in range(1, 6):
            self.point(x + right * part // 5, y + down * part // 5)
        subprocess.run(["xdotool", "mouseup", "1"], check=True)
        for key in held:
            subprocess.run(["xdotool", "keyup", key], check=True)
        time.sleep(0.3)

    def patient(self, name):
        self.tour.fill("Patient", name)
        self.until(lambda: self.tour.find("Patients found", ("list",), patience=0, need=False), "nobody was found")
        time.sleep(0.3)
        self.tour.keys("Return")

    def book(self, name, day, at):
        self.tour.keys("ctrl+n")
        self.patient(name)
        if day:
            self.tour.fill("Day", day.isoformat())
        self.tour.fill("Begins", at)
        self.tour.keys("ctrl+s")

    def save_as(self, file):
        """Into the dialog that asks for a file, and until it is there."""
        time.sleep(1.2)
        self.tour.keys("ctrl+a")
        self.tour.type(str(file))
        self.tour.keys("Return")
        self.until(file.exists, f"{file.name} was not saved")


PEOPLE = [("Abbott", "Ruth"), ("Castillo", "Ramon"), ("Engel", "Paula"), ("Hartono", "Budi"), ("Nakagawa", "Emi"),
          ("Sorensen", "Leif")]


def newcomers(ask, room):
    """Six people whom neither authorization nor plan limits."""
    file = room / "people.csv"
    file.write_text("family name,given name,birth date\n"
                    + "".join(f"{family},{given},19{60 + number}-05-04\n"
                              for number, (family, given) in enumerate(PEOPLE)))
    ask("import", "csv", str(file))
    return [f"{family}, {given}" for family, given in PEOPLE]


def certified(call, everyone, day):
    """Somebody of the demo clinic whose certification has ended by then."""
    for one in everyone:
        tried = subprocess.run(
            call + ("schedule", "book", "--patient", one["id"], "--clinician", "demo", "--minutes", "45", "--start",
                    day.isoformat() + "T14:00"), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        if one["name"].isascii() and tried.returncode == 5 and b"ends on" in tried.stderr:
            return one["name"]
    sys.exit("nobody's certification ends")


def go_to(manager, day):
    manager.tour.keys("g")
    manager.tour.fill("Day", day.isoformat())
    manager.tour.keys("Return")
    time.sleep(0.5)


def move(manager, name):
    tour = manager.tour
    one = manager.block("09:00", name)
    box, x, y = manager.box(one)
    manager.pull(x, y, 0, box.height * 2)  # 45 minutes are one height.
    manager.block("10:30", name)
    tour.picture("schedule-dragged")
    tour.keys("ctrl+z")
    manager.block("09:00", name)
    tour.keys("ctrl+y")
    manager.click(manager.block("10:30", name))
    tour.keys("ctrl+Down")
    manager.block("10:45", name)
    tour.keys("ctrl+x", "Down", "ctrl+v")  # Past the appointment.
    manager.gone("10:45", name)
    manager.block("11:30 " + name)


def stretch_and_copy(manager, name, day):
    """By its lower edge, and with Ctrl held; both are taken back or away again."""
    tour = manager.tour
    box, x, _ = manager.box(manager.block("11:30 " + name))
    manager.pull(x, box.y + box.height - 3, 0, -box.height // 3)
    shorter = manager.until(
        lambda: [one for one in manager.blocks("11:30 " + name) if manager.box(one)[0].height < box.height * 3 // 4],
        "the edge was not pulled")
    tour.keys("ctrl+z")
    manager.until(
        lambda: [one for one in manager.blocks("11:30 " + name) if manager.box(one)[0].height > box.height * 3 // 4],
        "the length did not come back")
    assert shorter
    _, x, y = manager.box(manager.block("11:30 " + name))
    manager.pull(x, y, 0, -box.height * 3, held=("ctrl",))
    copy = manager.block("09:15 " + name)
    manager.block("11:30 " + name)
    manager.click(copy, "3")
    time.sleep(0.4)
    tour.picture("schedule-menu")
    tour.keys("Up", "Return")  # Its last line cancels.
    time.sleep(0.6)
    tour.keys("Return")
    manager.gone("09:15 " + name)


def waitlist(manager, names):
    tour = manager.tour
    tour.keys("ctrl+alt+l")
    manager.patient(names[1])
    tour.focus("As soon as possible", ("check box",))
    tour.keys("space", "ctrl+s")
    manager.block(names[1], "ASAP")
    manager.click(manager.block("11:30 " + names[0]))
    tour.keys("Delete")
    time.sleep(0.6)
    tour.keys("Return")
    manager.gone("11:30 " + names[0])
    time.sleep(0.7)
    tour.picture("schedule-free")
    tour.keys("Return")  # The keyboard stands in the free time: who fits?
    time.sleep(0.6)
    tour.keys("Down", "Return")
    manager.block("11:30 " + names[1])
    tour.picture("schedule-filled")


def series(manager, name, day):
    tour = manager.tour
    tour.keys("ctrl+n")
    tour.find("Repeats", ("combo box",))
    tour.keys("ctrl+s")
    tour.find("Choose the patient.")
    tour.focus("Remark", ("text", "entry"))
    tour.keys("Tab", "Down")  # Every week.
    tour.find("Show the visits", ("push button", "button"))
    assert not tour.has_focus(tour.find("Patient", ("text", "entry"))), "a fault took the keyboard from who goes on"
    manager.patient(name)
    tour.fill("Day", (day + datetime.timedelta(days=1)).isoformat())
    tour.fill("Begins", "15:00")
    tour.fill("Number of visits", "12")
    tour.keys("ctrl+s")
    tour.find("12 visits")
    tour.picture("schedule-series")
    tour.keys("ctrl+s")
    time.sleep(1)


def following(manager, name, day):
    """The second of a series is moved, and with one more key all after it."""
    tour = manager.tour
    go_to(manager, day + datetime.timedelta(days=8))
    manager.click(manager.block("15:00 " + name))
    tour.keys("ctrl+Down")
    tour.find("One visit of a series was moved.")
    tour.picture("schedule-series-moved")
    tour.keys("shift+m")
    manager.until(lambda: not tour.find("One visit of a series was moved.", patience=0, need=False),
                  "the following are still offered to be moved")
    go_to(manager, day + datetime.timedelta(days=15))
    manager.block("15:15 " + name)
    go_to(manager, day)


def openings(manager, name):
    """The first free time that the search finds in the afternoon, booked."""
    tour = manager.tour
    tour.keys("ctrl+alt+o")
    tour.find("Openings", ("list", "table"))
    tour.fill("Not before", "14:00")
    manager.gone("Time 08:00")
    row(manager, "Openings", "Time 14:00")
    tour.picture("schedule-openings")
    tour.keys("Return")
    manager.patient(name)
    tour.keys("ctrl+s")
    manager.block("14:00", name)


def beyond(manager, name, day):
    """The certification will have ended: said beside the form, and booked with a reason."""
    tour = manager.tour
    go_to(manager, day)
    manager.book(name, day, "14:00")
    tour.find("Book all the same", ("push button", "button"))
    tour.fill("Reason for booking all the same", "recertification is under way")
    tour.picture("schedule-beyond")
    tour.press("Book all the same")
    manager.block("14:00", name)


def planned(manager):
    """Twice a week for six weeks, in the patient's hours, and the last of them later."""
    tour = manager.tour
    tour.add_patient(tour)
    time.sleep(1)
    tour.plan(tour)
    tour.keys("ctrl+alt+k")
    tour.fill("Not before", "8:00")
    tour.fill("Not after", "18:00")
    tour.find("12 visits.")
    tour.focus("Visits of the plan", ("list",))
    tour.keys("End")
    tour.picture("schedule-plan")
    tour.fill("Begin of the visit", "16:30")
    tour.keys("Return")
    row(manager, "Visits of the plan", "16:30")
    tour.keys("ctrl+s")
    tour.find("Lindqvist-Testova, Maja: Booked 12 visits.")
    tour.keys("ctrl+2")
    manager.sheet()


def views(manager):
    """What F2 remembers is what it shows again."""
    tour = manager.tour
    tour.keys("w")
    time.sleep(0.7)
    tour.picture("schedule-week")
    tour.keys("shift+F2", "l")
    tour.find("Appointments", ("table", "tree table", "list"))
    tour.picture("schedule-list")
    tour.keys("m")
    tour.find("Month,")
    tour.picture("schedule-month")
    tour.keys("F2")
    manager.sheet()
    tour.keys("d")
    time.sleep(0.5)


def papers(manager, name, room):
    """The day sheet as it is seen, and as it is saved."""
    tour = manager.tour
    tour.keys("ctrl+p")
    tour.find("Pages of the report")
    tour.picture("schedule-day-sheet")
    tour.keys("ctrl+shift+e")
    manager.save_as(room / "day.pdf")
    tour.find("1 page", patience=20, need=False)
    tour.keys("Escape")
    subprocess.run(["qpdf", "--check", str(room / "day.pdf")], check=True, stdout=subprocess.DEVNULL)
    text = subprocess.run(["pdftotext", "-layout", str(room / "day.pdf"), "-"], check=True, stdout=subprocess.PIPE)
    assert name in text.stdout.decode(), "the day sheet does not name the patient"
    manager.click(manager.block("11:30 " + name))
    tour.keys("shift+r")  # Its routing slip.
    tour.find("Pages of the report")
    tour.picture("schedule-routing-slip")
    tour.keys("Escape")


def carried_over(manager, name, day):
    """A patient from the list, to the day that the schedule shows."""
    tour = manager.tour
    tour.keys("ctrl+3")
    tour.fill("Find a patient", name)
    time.sleep(1)
    tour.keys("ctrl+alt+b")
    tour.fill("Day", day.isoformat())
    tour.fill("Begins", "13:00")
    tour.keys("ctrl+s")
    manager.block("13:00 " + name)


def row(manager, list_name, *words):
    """A line of a list beside the sheet."""
    def there():
        lines = manager.tour.find(list_name, ("list",), patience=0, need=False)
        return [one for one in manager.tour.nodes(lines) if lines and one.get_role_name() == "list item"
                and all(word in manager.tour.heard(one) for word in words)] if lines else []
    return manager.until(there, f"{list_name} says no {words!r}")[0]


def drop_on(manager, node, right, down):
    """A line from beside the sheet, to the point of the screen."""
    _, x, y = manager.box(node)
    manager.pull(x, y, right - x, down - y)


def pulled(manager, name, waiting, later, day):
    """By mouse: onto somebody else, past the edge, over the pinboard, and from the lists beside the day."""
    tour = manager.tour
    sheet = manager.sheet().get_extents(Atspi.CoordType.SCREEN)
    # Where somebody is, nobody else comes; it goes back and the banner says why.
    manager.book(later, None, "15:00")
    _, x, y = manager.box(manager.block("13:00 " + name))
    _, _, there = manager.box(manager.block("15:00 " + later))
    manager.pull(x, y, 0, there - y)
    tour.find("The clinician already has an appointment")
    manager.block("13:00 " + name)
    tour.picture("schedule-conflict")
    # Past the right edge lies the next day.
    named = manager.sheet()
    before = named.get_name()
    _, x, y = manager.box(manager.block("13:00 " + name))
    manager.point(x, y, "mousedown", "1")
    for to in (x + 40, sheet.x + sheet.width - 60, sheet.x + sheet.width - 5):
        manager.point(to, y)
    end = time.monotonic() + 60
    while named.get_name() == before:
        if time.monotonic() > end:
            manager.fail("the day did not turn at the edge")
        time.sleep(0.03)
        named.clear_cache()
    manager.point(sheet.x + sheet.width - 90, y)
    manager.point(x, y, "mouseup", "1")
    manager.block("13:00 " + name)
    tour.keys("ctrl+z")
    manager.until(lambda: not manager.blocks("13:00 " + name), "the move past the edge was not taken back")
    go_to(manager, day)
    _, x, y = manager.box(manager.block("13:00 " + name))
    # Held on the pinboard, and dropped on the next day.
    board = tour.find("Pinboard", ("list",)).get_extents(Atspi.CoordType.SCREEN)
    manager.pull(x, y, board.x + board.width // 2 - x, board.y + board.height // 2 - y)
    held = row(manager, "Pinboard", name)
    tour.keys("j")
    manager.gone("13:00 " + name)
    drop_on(manager, held, x, y)
    manager.block("13:00 " + name)
    # From the waitlist and from the patients, into free time.
    tour.keys("j", "ctrl+alt+l")
    manager.patient(waiting)
    tour.keys("ctrl+s")
    row(manager, "Waitlist", waiting)
    tour.focus("Waitlist", ("list",))
    tour.keys("End")  # Into sight.
    drop_on(manager, row(manager, "Waitlist", waiting), x, y)
    manager.until(lambda: [one for one in manager.blocks(waiting, "visit") if "Booked" in tour.heard(one)],
                  "the waiting patient was not booked")
    tour.keys("j", "shift+f")
    tour.type(later)
    drop_on(manager, row(manager, "Patients to book", later), x, y)
    tour.find("Begins", ("text", "entry"))
    tour.picture("schedule-patient-dropped")
    tour.keys("ctrl+s")
    manager.until(lambda: [one for one in manager.blocks(later, "visit") if "Booked" in tour.heard(one)],
                  "the patient who was dropped was not booked")
    tour.keys("k", "k", "k")


def rooms(manager):
    tour = manager.tour
    tour.press("Clinicians")
    time.sleep(0.4)
    tour.keys("Up", "Up", "Return")  # Rooms and tables, the last but one.
    tour.picture("schedule-rooms")
    tour.press("Rooms")
    time.sleep(0.4)
    tour.keys("Up", "Up", "Up", "Return")


def in_private(manager, name):
    """One key takes the name out of everything that is heard, and out of the dialog of the visit."""
    tour = manager.tour
    manager.click(manager.block(name))
    tour.keys("ctrl+shift+h")

    def everything():
        for application in tour.applications():
            for node in tour.nodes(application):
                yield node, tour.heard(node)

    def named():
        return [words for _, words in everything() if name in words]
    manager.until(lambda: not named(), f"the name is still heard: {named()}")
    tour.picture("schedule-private")
    tour.keys("Return")
    field = manager.until(lambda: [node for node, words in everything()
                                   if words == "Patient" and node.get_role_name() in ("text", "entry")],
                          "the visit was not opened")[0]
    written = Atspi.Text.get_text(field, 0, -1)
    assert written and name not in written, f"the dialog names the patient: {written}"
    tour.picture("schedule-private-visit")
    tour.keys("Escape")
    tour.keys("ctrl+shift+h")
    manager.block(name)


def in_class(manager, names, day):
    """Two who come to one class are one block."""
    tour = manager.tour
    for name in names:
        tour.keys("ctrl+n")
        manager.patient(name)
        tour.fill("Day", day.isoformat())
        tour.keys("shift+Tab", "End")  # The last type is the group.
        tour.fill("Begins", "8:00")
        tour.keys("ctrl+s")
    both = manager.block("08:00 Group", "2 of 6 places")
    assert all(name.split(",")[0] in tour.heard(both) for name in names), tour.heard(both)
    tour.picture("schedule-class")


def walk_in(manager, name):
    """Somebody who came without an appointment stands in the waiting room; outside the hours it has to be meant."""
    tour = manager.tour
    tour.keys("t", "ctrl+alt+w")
    manager.patient(name)
    tour.picture("schedule-walk-in")
    tour.fill("Begins", "6:15")  # Nobody is booked then, at whatever hour of the day the tests run.
    tour.keys("ctrl+s")
    if not manager.until(
            lambda: manager.blocks(name, "arrived") or manager.blocks(name, "Arrived")
            or tour.find("Book all the same", ("push button", "button"), patience=0, need=False),
            "the walk-in went nowhere"):
        return
    if tour.find("Book all the same", ("push button", "button"), patience=0, need=False):
        tour.press("Book all the same")
    manager.until(lambda: manager.blocks(name, "rrived"), "nobody has arrived")


def main():
    with tempfile.TemporaryDirectory() as folder:
        room = pathlib.Path(folder)
        tour = driver(PLUMBLINE, room, strict=True)
        clinic = room / "data" / "plumbline" / "demo.plumbline"
        clinic.parent.mkdir(parents=True)
        subprocess.run([CLI, "--clinic", str(clinic), "demo", "--patients", "20"], check=True, stdout=subprocess.DEVNULL)
        call = (CLI, "--clinic", str(clinic), "--user", "demo", "--json")
        ask = lambda *words: json.loads(subprocess.run(call + words, check=True, stdout=subprocess.PIPE).stdout)
        everyone = ask("patient", "list", "--limit", "20")
        day = monday_ahead()
        held = certified(call, everyone, day + datetime.timedelta(days=70))
        names = newcomers(ask, room)
        people = {one["name"]: one["id"] for one in ask("patient", "list", "--limit", "100")}
        try:
            tour.start("--demo")
            tour.find("Appointments of the day")
            manager = Manager(tour)
            tour.keys("ctrl+2")
            manager.sheet()
            tour.picture("schedule-today")
            go_to(manager, day)
            manager.book(names[0], day, "9:00")
            move(manager, names[0])
            stretch_and_copy(manager, names[0], day)
            waitlist(manager, names)
            series(manager, names[2], day)
            following(manager, names[2], day)
            views(manager)
            papers(manager, names[1], room)
            carried_over(manager, names[3], day)
            pulled(manager, names[3], names[5], names[4], day)
            in_class(manager, (names[4], names[5]), day)
            in_private(manager, names[1])
            rooms(manager)
            openings(manager, names[4])
            walk_in(manager, names[5])
            beyond(manager, held, day + datetime.timedelta(days=70))
            planned(manager)
            assert not tour.unnamed, tour.unnamed
        finally:
            tour.stop()
        today = datetime.date.today()
        everyone = ask("patient", "list", "--limit", "100")
        until = day + datetime.timedelta(days=100)
        booked = ask("schedule", "list", "--from", today.isoformat(), "--to", until.isoformat())
        of = lambda name, start: [one for one in booked
                                  if one["patient_id"] == people[name] and one["start"][:10] >= start.isoformat()]
        assert sorted(one["status"] for one in of(names[0], day)) == ["cancelled", "cancelled"], of(names[0], day)
        assert [one["start"][:10] for one in of(names[1], day)] == [day.isoformat()], of(names[1], day)
        times = [one["start"][11:16] for one in of(names[2], day)]
        assert times[:1] == ["15:00"] and len(times) >= 11 and set(times[1:]) == {"15:15"}, times
        assert [one["start"][11:16] for one in of(names[3], day)] == ["13:00"], of(names[3], day)
        assert len(of(names[4], day)) == 4, of(names[4], day)
        assert "arrived" in [one["status"] for one in of(names[5], today)], of(names[5], today)
        planned_for = next(one["id"] for one in everyone if one["name"] == "Lindqvist-Testova, Maja")
        plan_visits = [one["start"] for one in booked if one["patient_id"] == planned_for]
        assert len(plan_visits) == 12 and plan_visits[-1].endswith("16:30"), plan_visits
        assert len(of(held, day + datetime.timedelta(days=70))) == 1, of(held, day)
        assert ask("check")["ok"], "the clinic does not check out"
        events = ask("audit", "list", "--limit", "200")
        assert "export" in [one["event"] for one in events], "the audit log does not know of the day sheet"


main()
