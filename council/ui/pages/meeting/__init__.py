"""One meeting from plan to publication, a step at a time."""

from council.ui.pages.meeting.page import MeetingPage

__all__ = ["MeetingPage"]
