"""Lists that are shown anew keep the widgets that show the same."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from council.ui.kit import stack
from council.ui.kit.flow import Flow
from council.ui.kit.keyed import KeyedBox


def wanted(words: str) -> list[tuple[object, object]]:
    return [(word, partial(QLabel, word)) for word in words.split()]


def texts(widgets: list[QWidget]) -> list[str]:
    return [widget.text() for widget in widgets]


@pytest.fixture(params=["box", "flow"])
def filled(request, qtbot):
    """Return what fills a box or a flow, and what then stands in it, in order of place."""
    holder = Flow() if request.param == "flow" else QWidget()
    qtbot.addWidget(holder)
    if isinstance(holder, Flow):
        holder.resize(400, 100)
        holder.show()
        return holder.fill, lambda: sorted(holder.findChildren(QLabel), key=lambda one: one.x())
    box = stack(gap=0)
    holder.setLayout(box)
    holder.show()
    layout = holder.layout  # holds the widget too
    return KeyedBox(box).fill, lambda: [layout().itemAt(n).widget() for n in range(box.count())]


def test_what_stays_wanted_stays_the_same_widget(filled):
    fill, standing = filled
    first = fill(wanted("a b c"))
    assert texts(standing()) == ["a", "b", "c"]
    second = fill(wanted("c x a"))
    assert texts(standing()) == ["c", "x", "a"]
    assert (second[0], second[2]) == (first[2], first[0])
    QApplication.processEvents()  # a box shows what is put into it a moment later
    assert all(widget.isVisible() for widget in second)
    assert first[1].parent() is None


def test_equal_keys_have_a_widget_each(filled):
    fill, standing = filled
    made = fill(wanted("a a"))
    assert made[0] is not made[1]
    assert fill(wanted("a a a"))[:2] == made
    assert texts(standing()) == ["a", "a", "a"]
    assert fill([]) == []
    assert standing() == []
