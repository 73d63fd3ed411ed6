"""Where Tab goes in the console: through the columns as they are read, then out of them.

Cards and lists come and go during a meeting, and Qt appends what is new to the end of its chain;
so the order is asked of the layouts, each time a key wants it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QWidget

from council.ui.pages.meeting.meet.console_form import ConsoleForm

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QLayout


def takes_tab(widget: QWidget) -> bool:
    """Tell whether Tab stops at a widget; of several that exclude each other, at the chosen one."""
    if not (widget.isVisible() and widget.isEnabled()) or widget.focusProxy() is not None:
        return False
    if isinstance(widget, QAbstractButton) and not widget.isChecked():
        group = widget.group()
        if group is not None and group.exclusive() and group.checkedButton() is not None:
            return False
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def next_stop(whole: QWidget, *, onward: bool) -> QWidget | None:
    """Return where Tab (or Shift+Tab) goes from here, None where Qt is to decide."""
    here, found = QApplication.focusWidget(), _stops(whole)
    if here not in found:
        return None
    place = found.index(here) + (1 if onward else -1)
    return found[place] if 0 <= place < len(found) else _outside(whole, onward=onward)


def last_stop(whole: QWidget) -> QWidget | None:
    """Return the last place where Tab stops, None where it stops nowhere."""
    return next(reversed(_stops(whole)), None)


def _stops(whole: QWidget) -> list[QWidget]:
    return [one for one in (whole, *_inside(whole)) if takes_tab(one)]


def _inside(widget: QWidget) -> Iterator[QWidget]:
    """Yield what stands in a widget, in the order in which it is read."""
    if isinstance(widget, ConsoleForm):  # its fields have an order of their own
        yield from _chain(widget)
        return
    content = widget.widget() if isinstance(widget, QScrollArea) else None
    laid_out: list[QWidget] = []
    if content is not None:
        laid_out = [content]
    else:
        layout = widget.layout()
        laid_out = [] if layout is None else list(_held(layout))
        loose = [
            one
            for one in widget.findChildren(QWidget, options=_DIRECT)
            if one not in laid_out and not one.isWindow()
        ]
        laid_out += sorted(loose, key=lambda one: (one.y(), one.x()))
    for one in laid_out:
        if one.isVisible():
            yield one
            yield from _inside(one)


def _held(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        within, widget = item.layout(), item.widget()
        if widget is not None:
            yield widget
        elif within is not None:
            yield from _held(within)


def _chain(form: QWidget) -> Iterator[QWidget]:
    """Yield what Qt's own order has inside a form."""
    one = form.nextInFocusChain()
    while one is not form and one is not None:
        if form.isAncestorOf(one):
            yield one
        one = one.nextInFocusChain()


def _outside(whole: QWidget, *, onward: bool) -> QWidget | None:
    """Return the next stop of the window that is not in here; the first one here without any."""
    one: QWidget | None = whole
    while one is not None:
        one = one.nextInFocusChain() if onward else one.previousInFocusChain()
        if one is whole or (one is not None and not whole.isAncestorOf(one) and takes_tab(one)):
            return one
    return None


_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly
