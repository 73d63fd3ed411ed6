"""Loading pages ahead, off the GUI thread."""

import subprocess
import sys
from importlib import import_module
from threading import current_thread, main_thread

from council.ui import warm
from council.ui.shell import PAGES

_LOADED = """
import sys
from council.ui.shell import Shell
from council.ui.warm import Warming, modules
before = set(sys.modules)
made = Warming()
made.start()
made._thread.join()
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


def test_it_stops_when_asked_and_a_fault_reaches_nobody(monkeypatch, caplog):
    seen = []

    def load(name):
        seen.append((name, current_thread() is main_thread()))
        raise ImportError(name)

    monkeypatch.setattr(warm, "import_module", load)
    made = warm.Warming()
    made.start()
    made._thread.join()
    assert len(seen) == 1  # a fault ends it
    assert "could not load" in caplog.text
    caplog.clear()
    assert not any(on_main for _, on_main in seen)
    stopped = warm.Warming()
    stopped.stop()
    stopped.start()
    stopped._thread.join()
    assert len(seen) == 1
