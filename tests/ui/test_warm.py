"""Loading pages ahead: in the GUI thread, since a class of Qt's may be made nowhere else."""

import subprocess
import sys
from importlib import import_module
from threading import current_thread, main_thread

from council.ui import warm
from council.ui.shell import PAGES

_LOADED = """
import sys, time
from PySide6.QtCore import QCoreApplication
app = QCoreApplication([])
from council.ui.shell import Shell
from council.ui.warm import Warming, modules
before = set(sys.modules)
warming = Warming()
warming.start()
while warming.busy():
    app.processEvents()
    time.sleep(0.001)
print(*(name for name in modules() if name not in sys.modules))
print(len(set(sys.modules) - before))
"""


def test_every_page_is_loaded_ahead():
    told = subprocess.run(
        [sys.executable, "-c", _LOADED], capture_output=True, text=True, check=True
    ).stdout.splitlines()
    assert told[0] == ""
    assert int(told[1]) > 50


def test_every_place_of_the_rail_is_among_what_is_loaded():
    assert {f"council.ui.pages.{module}" for module, _, _ in PAGES.values()} < set(warm.modules())
    for name in warm.modules():
        import_module(name)


def test_what_is_needed_comes_first(monkeypatch):
    monkeypatch.setattr(warm.sys, "modules", {})
    order = warm.in_order(["council.ui.palette"])
    assert order[-1] == "council.ui.palette"
    assert order.index("council.ui.draft") > order.index("council.services.drafts")
    assert order.index("council.services.drafts") > order.index("council.db.drafts")
    assert len(order) == len(set(order))


def test_nothing_is_imported_in_a_thread_of_its_own(qtbot, monkeypatch):
    seen = []
    monkeypatch.setattr(warm, "in_order", lambda wanted: ["one", "two"])
    monkeypatch.setattr(
        warm, "import_module", lambda name: seen.append((name, current_thread() is main_thread()))
    )
    made = warm.Warming()
    made.start()
    qtbot.waitUntil(lambda: not made.busy())
    assert seen == [("one", True), ("two", True)]


def test_it_stops_when_asked_and_a_fault_reaches_nobody(qtbot, monkeypatch, caplog):
    seen = []

    def load(name):
        seen.append(name)
        raise ImportError(name)

    monkeypatch.setattr(warm, "in_order", lambda wanted: ["one", "two"])
    monkeypatch.setattr(warm, "import_module", load)
    made = warm.Warming()
    made.start()
    qtbot.waitUntil(lambda: not made.busy())
    assert seen == ["one"]  # a fault ends it
    assert "could not load" in caplog.text
    caplog.clear()
    stopped = warm.Warming()
    stopped.start()
    stopped.stop()
    qtbot.wait(3 * warm.GAP_MS)
    assert seen == ["one"]
