"""Rules to read: in plain sentences, compared, searched, tried with numbers, edited."""
