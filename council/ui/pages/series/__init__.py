"""Series of meetings, the year's calendar, and calendar files."""
