#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""The main job in the real window, start to end, and what it leaves behind.

    main_job_test.py PLUMBLINE PLUMBLINE_CLI

Runs the tour strictly: every screen is heard as a screen reader hears it, and a focusable part without a name fails.
Then: the report is a sound PDF that says whose it is, the clinic checks out, signing is in the audit log, and the new
patient's name stands in no file as plain text.
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile

PLUMBLINE, CLI = sys.argv[1], sys.argv[2]
TOUR = pathlib.Path(__file__).resolve().parents[2] / "installer" / "tour"
CANARY = "Lindqvist-Testova"


def output(*command):
    return subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout


def main():
    with tempfile.TemporaryDirectory() as folder:
        room = pathlib.Path(folder)
        pictures = room / "tour"
        data = room / "data"
        os.environ.update(XDG_DATA_HOME=str(data), XDG_STATE_HOME=str(room / "state"), PLUMBLINE=PLUMBLINE,
                          PLUMBLINE_TOUR=str(pictures), PLUMBLINE_TOUR_STRICT="1")
        os.makedirs(os.environ.get("PICTURES", room), exist_ok=True)
        toured = subprocess.run([str(TOUR)], check=False)
        if toured.returncode != 0:
            sys.exit("the tour did not come to its end")

        for name, words in (("progress-report", ()), ("first-report", (CANARY, "Bird dog", "Hot pack", "M54.32"))):
            report = pictures / (name + ".pdf")
            subprocess.run(["qpdf", "--check", str(report)], check=True, stdout=subprocess.DEVNULL)
            text = output("pdftotext", "-layout", str(report), "-").decode()
            for word in ("Progress report", "Harbor Street Physical Therapy", "page 1 of", "Signed electronically", *words):
                assert word in text, f"{name} does not say {word!r}"
            assert "not signed" not in text, f"{name} still calls itself a draft"

        clinic = str(next(data.rglob("*.plumbline")))
        call = (CLI, "--clinic", clinic, "--user", "demo", "--json")
        assert json.loads(output(*call, "check"))["ok"], "the clinic does not check out"
        assert json.loads(output(*call, "audit", "verify"))["ok"], "the audit chain is broken"
        events = [entry["event"] for entry in json.loads(output(*call, "audit", "list", "--limit", "500"))]
        for event in ("login", "sign", "lock", "read", "create"):
            assert event in events, f"the audit log does not know of {event!r}"
        found = json.loads(output(*call, "patient", "list", "--search", CANARY.lower()))
        assert len(found) == 1, "the patient that was added is not found"
        episodes = json.loads(output(*call, "patient", "show", found[0]["id"]))["episodes"]
        assert [episode["visits"] for episode in episodes] == [3], "the three visits are not in the chart"
        for file in data.rglob("*"):
            if file.is_file():
                assert CANARY.encode() not in file.read_bytes(), f"a name stands as plain text in {file.name}"


main()
