"""Many meetings: series by a rule, days off, calendars in and out."""
