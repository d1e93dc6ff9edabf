#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Hears a program as a screen reader does, and fails when something that takes the keyboard is nameless.

    tests/gui/run-with-display tests/gui/accessible.py [--tree] [--wait SECONDS] PROGRAM ARGUMENT...

Starts the program, waits for its window, walks everything showing, and ends the program again.
Exit code 0: every focusable thing has a name; 1: some have none (listed); 2: no window came.
"""

import argparse
import subprocess
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

# A table of a hundred thousand rows is not read to its end.
MOST_CHILDREN = 60
# Filler between a window and its content; nothing a person would be told.
SILENT = {"filler", "panel", "scroll pane", "viewport", "root pane", "layered pane", "split pane", "frame"}


def wait_for_window(pid, seconds):
    """The program's first showing window, or None."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            program = desktop.get_child_at_index(index)
            try:
                if program is None or program.get_process_id() != pid:
                    continue
                for number in range(program.get_child_count()):
                    window = program.get_child_at_index(number)
                    if window is not None and window.get_state_set().contains(Atspi.StateType.SHOWING):
                        return window
            except GLib.Error:
                continue  # It went away while it was asked.
        time.sleep(0.2)
    return None


def heard(node):
    """What a screen reader would say of this node."""
    name = (node.get_name() or "").strip()
    if name:
        return name
    for relation in node.get_relation_set():
        if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY and relation.get_n_targets() > 0:
            label = (relation.get_target(0).get_name() or "").strip()
            if label:
                return label
    return ""


def walk(node, depth, found, tree):
    """Collects what is focusable and nameless, in words that say where it is."""
    try:
        states = node.get_state_set()
        role = node.get_role_name()
        name = heard(node)
        visible = states.contains(Atspi.StateType.SHOWING)
        focusable = states.contains(Atspi.StateType.FOCUSABLE)
    except GLib.Error:
        return
    if not visible:
        return
    if tree:
        mark = "*" if focusable else " "
        print(f"{'  ' * depth}{mark}{role}: {name!r}")
    # A cell without content has nothing to say; its row and its column have names.
    if focusable and not name and role != "table cell":
        found.append((role, path(node)))
    for index in range(min(node.get_child_count(), MOST_CHILDREN)):
        child = node.get_child_at_index(index)
        if child is not None:
            walk(child, depth + 1, found, tree)


def path(node):
    """The roles and names above a node, outermost first."""
    steps = []
    while node is not None and len(steps) < 12:
        name = (node.get_name() or "").strip()
        role = node.get_role_name()
        if name or role not in SILENT:
            steps.append(f"{role} {name!r}" if name else role)
        node = node.get_parent()
    return " / ".join(reversed(steps))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--tree", action="store_true", help="print everything that is heard")
    parser.add_argument("--wait", type=float, default=20, help="seconds until the window must be there")
    parser.add_argument("command", nargs=argparse.REMAINDER)
    options = parser.parse_args()
    if not options.command:
        parser.error("no program given")

    program = subprocess.Popen(options.command)
    try:
        window = wait_for_window(program.pid, options.wait)
        if window is None:
            print("accessible: no window came", file=sys.stderr)
            return 2
        time.sleep(1)  # Lists fill after the window shows.
        found = []
        walk(window, 0, found, options.tree)
        for role, where in found:
            print(f"nameless {role}: {where}", file=sys.stderr)
        print(f"accessible: {len(found)} nameless")
        return 1 if found else 0
    finally:
        program.terminate()
        try:
            program.wait(10)
        except subprocess.TimeoutExpired:
            program.kill()


if __name__ == "__main__":
    sys.exit(main())
