# SPDX-License-Identifier: Apache-2.0
"""What the tests of the real window share."""

import importlib.machinery
import importlib.util
import os
import pathlib
import sys


def driver(plumbline, room, pictures=None, strict=False):
    """The tour's own hands and eyes, for a program whose files are all in this folder.

    Strict: every picture is also heard, and what takes the keyboard without a name is kept in `unnamed`.
    """
    pictures = pictures or os.environ.get("PICTURES", room)
    os.makedirs(pictures, exist_ok=True)
    os.environ.update(XDG_DATA_HOME=str(room / "data"), XDG_STATE_HOME=str(room / "state"), PLUMBLINE=plumbline,
                      PLUMBLINE_TOUR=str(pictures))
    path = str(pathlib.Path(__file__).resolve().parents[2] / "installer" / "tour")
    loader = importlib.machinery.SourceFileLoader("tour", path)
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("tour", loader))
    sys.dont_write_bytecode = True
    loader.exec_module(module)
    module.MOST_CHILDREN = 400  # A form has more parts than any other screen.
    module.STRICT = strict
    tour = module.Tour()
    tour.nodes, tour.heard = module.nodes, module.heard
    tour.add_patient, tour.plan = module.add_patient, module.plan
    return tour
