"""Half-typed text, kept so that a crash loses nothing; it is no part of the record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from council.db import drafts
from council.services.desk import Desk, Done

if TYPE_CHECKING:
    from collections.abc import Callable


def put(desk: Desk, key: str, text: str) -> Done[str]:
    """Keep a draft under its key; empty text drops it."""
    drafts.put_draft(desk.conn, key, text, clock=desk.clock)
    return Done(key, frozenset())


def get(desk: Desk, key: str) -> str:
    """Return a draft, the empty string when there is none."""
    return drafts.get_draft(desk.conn, key) or ""


def drop(desk: Desk, key: str) -> Done[str]:
    """Forget a draft."""
    drafts.drop_draft(desk.conn, key)
    return Done(key, frozenset())


def recorded(desk: Desk, key: str, service: Callable[..., Any], *args: Any, **named: Any) -> Any:
    """Call a service that records what was half typed under a key; return what it returns.

    The draft goes with the step, all or nothing; a refusal leaves it.
    """
    with drafts.finished_with(desk.conn, key):
        done = service(desk, *args, **named)
    drafts.drop_draft(desk.conn, key)  # where nothing had to be written there was no step
    return done
