"""Members: the seats board, the table, the committees, one person, a list to bring in."""

from __future__ import annotations

from council.ui.pages.members.page import MembersPage

__all__ = ["MembersPage"]
