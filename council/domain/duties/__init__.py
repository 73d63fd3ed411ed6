"""Duties beside voting: notice, agenda, public comment, eligibility, attendance, minutes."""
