"""Every page in both languages at three sizes: named, unclipped, reachable, freed.

The scenes are those that ``tools/screenshots.py`` draws.
"""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import weakref
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLayout,
    QLineEdit,
    QWidget,
)
from shiboken6 import isValid

from council.ui.kit import Elided
from council.ui.main_window import MainWindow
from council.ui.settings import Settings

TOOLS = Path(__file__).resolve().parents[2] / "tools"
sys.path.insert(0, str(TOOLS))

import scenes as stage  # noqa: E402 - the tools are no package

SIZES = ((1440, 900), (1366, 768), (1024, 640))


@pytest.fixture(scope="session")
def files(tmp_path_factory):
    return stage.prepare(tmp_path_factory.mktemp("sweep"))


@pytest.fixture
def make_window(qtbot, files, tmp_path, qapp):
    made = []

    def make(language="en", scheme="light", size=SIZES[0]):
        settings = Settings(
            tmp_path / "settings.json", language=language, scheme=scheme, actor="WT"
        )
        settings.sign(stage.council_of(files[0]), "WT")
        window = MainWindow(stage.StageHost(files[0]), settings, stage.Quiet())
        window.resize(*size)
        window.show()
        qtbot.waitExposed(window)
        made.append(window)
        return window

    yield make
    for window in made:
        window.close()
        window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def visit(window, files):
    """Go everywhere; yield each scene with the widget to look at."""
    for name, go in stage.before_a_council(window).items():
        go()
        yield name, window.centralWidget()
    for place, path in enumerate(files):
        window.host.moment = stage.MOMENTS[place]
        window.open_path(path)
        for scene in stage.scenes(window.opened.reader):
            if scene.file == place:
                scene.show(window.shell())
                yield scene.name, window.shell()


def settle():
    for _ in range(12):  # a grid that gets another number of columns tells its height a round later
        QApplication.processEvents()


def seen(root: QWidget) -> list[QWidget]:
    """Return what is visible in a widget, without the insides of Qt's own controls."""
    return [w for w in root.findChildren(QWidget) if w.isVisible() and not inside(w)]


def inside(widget: QWidget) -> bool:
    parent = widget.parent()
    if widget.objectName().startswith("qt_") or isinstance(widget, QHeaderView):
        return True
    while isinstance(parent, QWidget):
        if isinstance(parent, (QComboBox, QAbstractItemView)):
            return True
        if isinstance(widget, QLineEdit) and parent.inherits("QAbstractSpinBox"):
            return True
        parent = parent.parent()
    return False


def told(widget: QWidget) -> str:
    """Say which widget it is, for the list of complaints."""
    words = getattr(widget, "text", lambda: "")() or widget.accessibleName()
    return f"{type(widget).__name__} {str(words)[:44]!r}"


def unnamed(root: QWidget) -> list[str]:
    found = []
    for widget in seen(root):
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or not widget.isEnabled():
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        if interface is None or not interface.text(QAccessible.Text.Name).strip():
            found.append(f"no name: {told(widget)}")
    return found


def clipped(root: QWidget) -> list[str]:
    found = []
    for widget in seen(root):
        if isinstance(widget, Elided):
            continue  # shortens itself and has a tooltip
        if isinstance(widget, QLabel) and widget.text():
            if widget.wordWrap():
                need, has = widget.heightForWidth(widget.width()), widget.height()
            else:
                need, has = widget.sizeHint().width(), widget.width()
            if need > has + 1:
                found.append(f"clipped: {told(widget)} {has} of {need}")
        elif isinstance(widget, QAbstractButton) and widget.text():
            need, has = widget.sizeHint().width(), widget.width()
            if need > has + 1:
                found.append(f"clipped: {told(widget)} {has} of {need}")
    return found


def scrolls_sideways(area: QWidget | None, holder: QWidget) -> bool:
    if not isinstance(area, QAbstractScrollArea) or holder is not area.viewport():
        return False
    off = area.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    return bool(area.horizontalScrollBar().maximum()) and not off


def cut_off(root: QWidget) -> list[str]:
    """Return what lies sideways beyond something that holds it and cannot scroll there."""
    found = []
    for widget in seen(root):
        if not isinstance(widget, (QLabel, QAbstractButton, QLineEdit, QComboBox)):
            continue
        holder = widget.parentWidget()
        while holder is not None and holder is not root:
            area = holder.parentWidget()
            if scrolls_sideways(area, holder):
                break
            x = widget.mapTo(holder, QPoint(0, 0)).x()
            if x < -1 or x + widget.width() > holder.width() + 1:
                found.append(f"cut off: {told(widget)} in {type(holder).__name__}")
                break
            holder = area
    return found


def laid_out(layout: QLayout) -> list[QWidget]:
    found = []
    for number in range(layout.count()):
        item = layout.itemAt(number)
        if item.widget() is not None:
            found.append(item.widget())
        elif item.layout() is not None:
            found += laid_out(item.layout())
    return found


def overlapping(root: QWidget) -> list[str]:
    found = []
    for parent in [root, *seen(root)]:
        layout = parent.layout()
        if layout is None or parent.inherits("QStackedWidget"):
            continue
        parts = [w for w in laid_out(layout) if w.isVisible() and not w.size().isEmpty()]
        for number, one in enumerate(parts):
            for other in parts[number + 1 :]:
                shared: QRect = one.geometry().intersected(other.geometry())
                if shared.width() > 1 and shared.height() > 1:
                    found.append(f"overlap: {told(one)} and {told(other)}")
    return found


CHECKS = (unnamed, clipped, cut_off, overlapping)


# Colours move nothing, so one scheme is enough; each language has the least size and another.
LOOKS = [("en", SIZES[0]), ("en", SIZES[2]), ("th", SIZES[1]), ("th", SIZES[2])]


@pytest.mark.parametrize(("language", "size"), LOOKS, ids=lambda v: str(v).replace(", ", "x"))
def test_nothing_is_unnamed_clipped_or_on_top_of_another(make_window, files, language, size):
    window = make_window(language, "light", size)
    complaints = []
    for name, root in visit(window, files):
        settle()
        assert (window.width(), window.height()) == size, f"{name} makes the window grow"
        for check in CHECKS:
            complaints += [f"{name}: {words}" for words in check(root)]
    assert not complaints, "\n" + "\n".join(dict.fromkeys(complaints))


def can_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isEnabled()


def test_tab_reaches_everything(make_window, files):
    window = make_window()
    missed = []
    for name, root in visit(window, files):
        window.activateWindow()
        settle()
        wanted = {w for w in seen(root) if can_tab(w)}
        reached: set[QWidget] = set()
        start = QApplication.focusWidget()
        for _ in range(2 * len(wanted) + 8):
            here = QApplication.focusWidget() or root
            reached.add(here)
            QTest.keyClick(here, Qt.Key.Key_Tab)
            settle()
            if len(reached) > 2 and QApplication.focusWidget() in (start, None):
                break
        alone = {w for w in wanted - reached if not shares_focus(w)}
        missed += [f"{name}: {told(w)}" for w in alone if w.isVisible()]
    assert not missed, "\n" + "\n".join(missed)


def shares_focus(widget: QWidget) -> bool:
    """Say whether arrows and not Tab go to it: one of several that exclude each other."""
    return isinstance(widget, QAbstractButton) and widget.group() is not None


def test_what_was_shown_is_freed(make_window, files):
    window = make_window()
    for _name, _root in visit(window, files):
        pass
    shell = window.shell()
    pages = [weakref.ref(page) for page in shell.pages.values()]
    assert len(pages) > 1
    window.close_council()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    settle()
    assert not isValid(shell)
    gc.collect()
    alive = [type(page()).__name__ for page in pages if page() is not None and isValid(page())]
    assert not alive


def test_twice_the_pixels(tmp_path):
    command = [sys.executable, str(TOOLS / "screenshots.py"), "--only", "th-light"]
    command += ["--scenes", "today-th,console-th", "--out", str(tmp_path)]
    done = subprocess.run(
        command,
        env={**os.environ, "QT_SCALE_FACTOR": "2"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert not done.stderr
    pictures = sorted(tmp_path.glob("*@2x.png"))
    assert [p.name for p in pictures] == ["console-th-light@2x.png", "today-th-light@2x.png"]
    for picture in pictures:
        drawn = QImage(str(picture))
        assert (drawn.width(), drawn.height()) == (2880, 1800)
        assert len({drawn.pixel(x, 900) for x in range(0, 2880, 40)}) > 3
