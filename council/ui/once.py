"""Doing a thing once, however often its button is pressed before the answer has come."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import shiboken6

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QLineEdit

    from council.domain.messages import Message
    from council.ui.dispatcher import Dispatcher, OnDone, OnError

_UNDER_WAY: Final = "under_way"


def run_once(
    asker: QObject,
    dispatcher: Dispatcher,
    fn: Callable[..., object],
    *args: Any,
    on_done: OnDone | None = None,
    on_error: OnError | None = None,
    **kw: Any,
) -> None:
    """Call a service for a button or form, unless its last call has not been answered yet.

    The asker stays enabled: disabled, it would hand the keyboard to its neighbour, and the second
    press would do something else. An asker that is gone by then is told nothing.
    """
    if asker.property(_UNDER_WAY):
        return

    def done(value: object) -> None:
        if shiboken6.isValid(asker):
            asker.setProperty(_UNDER_WAY, False)
            if on_done is not None:
                on_done(value)

    def refused(message: Message) -> None:
        if shiboken6.isValid(asker):
            asker.setProperty(_UNDER_WAY, False)
            (on_error or dispatcher.failed.emit)(message)

    asker.setProperty(_UNDER_WAY, True)
    dispatcher.run(fn, *args, on_done=done, on_error=refused, **kw)


def clear_sent(sent: Mapping[QLineEdit, str]) -> bool:
    """Clear the fields that still hold what was sent; return whether all of them did.

    What was typed before the answer came stays: it belongs to the next thing.
    """
    same = [field for field, words in sent.items() if field.text() == words]
    for field in same:
        field.clear()
    return len(same) == len(sent)
