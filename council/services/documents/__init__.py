"""Papers of a meeting beside its agenda and minutes: notice, letters, recording sheet."""

from council.services.documents.invitations import invitation_document
from council.services.documents.notices import notice_document, notice_state
from council.services.documents.sheets import sheet_document

__all__ = ["invitation_document", "notice_document", "notice_state", "sheet_document"]
