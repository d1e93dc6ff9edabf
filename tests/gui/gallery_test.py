#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Every control of the kit, heard as a screen reader hears it, in light and dark.

    gallery_test.py PLUMBLINE [PLUMBLINE_CLI]

The gallery lies beside the program. Fails on any focusable part without a name, and on any complaint of the toolkit.
"""

import os
import pathlib
import subprocess
import sys
import tempfile

GALLERY = pathlib.Path(sys.argv[1]).with_name("plumbline-gallery")
WALKER = pathlib.Path(__file__).with_name("accessible.py")
SCENES = [("light", "today"), ("dark", "patients"), ("light", "controls"), ("dark", "form"), ("light", "paper"),
          ("light", "patients", "list"), ("light", "schedule"), ("dark", "today", "lock")]


def main():
    failures = []
    with tempfile.TemporaryDirectory() as state:
        environment = dict(os.environ, XDG_STATE_HOME=state)
        for scene in SCENES:
            heard = subprocess.run([sys.executable, str(WALKER), "--wait", "60", str(GALLERY), *scene],
                                   env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
            complaints = [line for line in heard.stdout.splitlines() if "-CRITICAL" in line or "Gtk-WARNING" in line]
            if heard.returncode != 0 or complaints:
                failures.append(" ".join(scene))
                print(f"--- {' '.join(scene)}\n{heard.stdout}")
    if failures:
        sys.exit("not well heard: " + ", ".join(failures))
    print(f"{len(SCENES)} scenes heard")


main()
