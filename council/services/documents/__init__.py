"""Papers that go out before a meeting: its notice and the letters that invite to it."""

from council.services.documents.invitations import invitation_document
from council.services.documents.notices import notice_document, notice_state

__all__ = ["invitation_document", "notice_document", "notice_state"]
