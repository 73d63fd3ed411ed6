"""What the rules ask of meetings, bodies and members, judged from the record."""
