"""Votes: taken, counted, declared, and judged by the rules of their day."""
