"""Votes and quorum: what is counted, of what, and what that makes."""
