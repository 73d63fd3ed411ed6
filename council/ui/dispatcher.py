"""Bring a wish from a widget to the services and its answer back to the GUI thread."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from itertools import count
from typing import TYPE_CHECKING, Any, Protocol

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal, Slot

from council.domain.messages import CouncilError, Message

if TYPE_CHECKING:
    from council.services.desk import Desk

_log = logging.getLogger(__name__)

OnDone = Callable[[Any], object]
OnError = Callable[[Message], object]


class _IsDone(Protocol):
    value: Any
    changes: frozenset[str]


def _owners(callback: Callable[..., object]) -> Iterator[object]:
    """Yield what a callback works on: its object, and for a lambda what it took along."""
    yield getattr(callback, "__self__", None)
    for cell in getattr(callback, "__closure__", None) or ():
        try:
            held = cell.cell_contents
        except ValueError:  # a name that was never bound
            continue
        yield held
        yield getattr(held, "__self__", None)


def _alive(callback: Callable[..., object] | None) -> bool:
    """Tell whether the widgets behind a callback still exist."""
    found = _owners(callback) if callback is not None else ()
    return all(not isinstance(one, QObject) or shiboken6.isValid(one) for one in found)


@dataclass(frozen=True)
class Answer:
    """What came of one call, on its way to the GUI thread."""

    on_done: OnDone | None
    on_error: OnError | None
    result: object = None
    error: BaseException | None = None


@dataclass(frozen=True)
class Call:
    """One service that is to be called with a desk, and who wants to hear of it."""

    service: Callable[..., object]
    args: tuple[Any, ...]
    named: dict[str, Any]
    on_done: OnDone | None
    on_error: OnError | None

    def on(self, desk: Desk) -> Answer:
        """Call the service; a refusal is an answer, a fault of ours is raised."""
        try:
            return self.answer(self.service(desk, *self.args, **self.named))
        except CouncilError as refusal:
            return self.answer(error=refusal)

    def answer(self, result: object = None, error: BaseException | None = None) -> Answer:
        """Return an answer for whoever asked."""
        return Answer(self.on_done, self.on_error, result, error)


class Dispatcher(QObject):
    """Runs services and announces what they changed.

    Signals: ``changed(frozenset[str])`` once per write with the kinds of thing that changed;
    ``failed(Message)`` when the core refused and nobody asked to be told;
    ``busy(bool)`` when the first call starts and when the last one ends; ``writing(bool)`` the same
    of calls that may write: what they write is on the disk when the last one has ended.
    """

    changed = Signal(object)
    failed = Signal(object)
    busy = Signal(bool)
    writing = Signal(bool)
    read_only = False

    def run(
        self,
        fn: Callable[..., object],
        *args: Any,
        on_done: OnDone | None = None,
        on_error: OnError | None = None,
        **kw: Any,
    ) -> None:
        """Call ``fn(desk, *args, **kw)`` with the writing desk.

        ``on_done`` gets the value (``Done.value`` for writers), ``on_error`` the message of a
        refusal; without it ``failed`` is emitted. Anything but a refusal is a bug and reaches the
        crash dialog. Callbacks of widgets that are gone by then are dropped.
        """
        self._write(Call(fn, args, kw, on_done, on_error))

    def ask(
        self,
        fn: Callable[..., object],
        *args: Any,
        on_done: OnDone | None = None,
        on_error: OnError | None = None,
        **kw: Any,
    ) -> None:
        """Call ``fn`` with a reading desk, off the GUI thread: for PDFs, checks and search."""
        self._read(Call(fn, args, kw, on_done, on_error))

    def jot(self, fn: Callable[..., object], *args: Any) -> None:
        """Do what is no part of the record, such as keeping a draft, unless the file is only read.

        Nobody asked for it, so nobody is told that it was left out.
        """
        if not self.read_only:
            self.run(fn, *args)

    def _write(self, call: Call) -> None:
        """Make a call with the writing desk and deliver its answer."""
        raise NotImplementedError

    def _read(self, call: Call) -> None:
        """Make a call with a reading desk and deliver its answer."""
        raise NotImplementedError

    def close(self) -> None:
        """Wait for what is under way and let go of the file."""

    def _deliver(self, answer: Answer) -> None:
        """Hand an answer to whoever asked; on the GUI thread."""
        if answer.error is not None:
            self._deliver_error(answer, answer.error)
            return
        value, changes = answer.result, frozenset[str]()
        if hasattr(value, "changes") and hasattr(value, "value"):
            done: _IsDone = value
            value, changes = done.value, done.changes
        if changes:
            self.changed.emit(changes)
        if answer.on_done is not None and _alive(answer.on_done):
            answer.on_done(value)

    def _deliver_error(self, answer: Answer, error: BaseException) -> None:
        if not isinstance(error, CouncilError):
            raise error
        _log.info("refused: %s", error)
        if answer.on_error is not None:
            if _alive(answer.on_error):
                answer.on_error(error.message)
        else:
            self.failed.emit(error.message)


class InlineDispatcher(Dispatcher):
    """Calls at once on the calling thread, for tests and for a desk that belongs to it."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk

    def _write(self, call: Call) -> None:
        self._deliver(call.on(self.desk))

    def _read(self, call: Call) -> None:
        self._deliver(call.on(self.desk))


class _Lane:
    """One thread with its own desk, opened there: a connection belongs to its thread."""

    def __init__(self, name: str, open_desk: Callable[[], Desk]) -> None:
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)
        self._open = open_desk
        self._desk: Desk | None = None

    def call(self, call: Call) -> Answer:
        """Make a call in this thread; whatever is raised becomes its answer."""
        try:
            return call.on(self._ensure())
        except BaseException as error:
            return call.answer(error=error)

    def submit(self, job: Callable[[], None]) -> None:
        self._pool.submit(job)

    def wait_open(self) -> None:
        """Open the desk in its thread and wait; a refusal is raised here."""
        self._pool.submit(self._ensure).result()

    def _ensure(self) -> Desk:
        if self._desk is None:
            self._desk = self._open()
        return self._desk

    def close(self) -> None:
        self._pool.submit(self._let_go).result()
        self._pool.shutdown(wait=True)

    def _let_go(self) -> None:
        if self._desk is not None:
            self._desk.close()
            self._desk = None


class WorkerDispatcher(Dispatcher):
    """Owns the one writing desk in a single worker thread, and a reading desk in another.

    Calls are answered in the order in which they were made.
    """

    _arrived = Signal(object)

    def __init__(
        self,
        open_writer: Callable[[], Desk],
        open_reader: Callable[[], Desk],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._writer = _Lane("council-writer", open_writer)
        self._reader = _Lane("council-reader", open_reader)
        self._waiting = self._writes = 0
        self._closed = False
        self._numbers = count()
        self._asked: dict[int, tuple[OnDone | None, OnError | None]] = {}
        self._arrived.connect(self._on_arrived, Qt.ConnectionType.QueuedConnection)
        self._writer.wait_open()

    def _write(self, call: Call) -> None:
        self._writes += 1
        if self._writes == 1:
            self.writing.emit(True)
        self._queue(self._writer, call)

    def _read(self, call: Call) -> None:
        if self._closed:  # a clock of a window that is being put away: nobody is left to be told
            return
        self._queue(self._reader, call)

    def _queue(self, lane: _Lane, call: Call) -> None:
        # Whoever asked is kept here: the worker might let go of the last reference to a callback,
        # and what it holds of Qt's would be taken apart in the wrong thread.
        number = next(self._numbers)
        self._asked[number] = (call.on_done, call.on_error)
        bare = replace(call, on_done=None, on_error=None)

        def job() -> None:
            self._arrived.emit((lane.call(bare), lane is self._writer, number))

        self._waiting += 1
        if self._waiting == 1:
            self.busy.emit(True)
        lane.submit(job)

    @Slot(object)
    def _on_arrived(self, arrived: tuple[Answer, bool, int]) -> None:
        bare, wrote, number = arrived
        on_done, on_error = self._asked.pop(number)
        answer = replace(bare, on_done=on_done, on_error=on_error)
        self._waiting -= 1
        self._writes -= int(wrote)
        if wrote and self._writes == 0:
            self.writing.emit(False)
        if self._waiting == 0:
            self.busy.emit(False)
        if not self._closed:
            self._deliver(answer)
        elif answer.error is not None and not isinstance(answer.error, CouncilError):
            raise answer.error  # a fault of ours is told even now

    def close(self) -> None:
        """Finish what is queued, then close both desks in their own threads.

        What was asked for is done; whoever asked is told no more, for there is no file to read.
        """
        if not self._closed:
            self._closed = True
            self._reader.close()
            self._writer.close()
