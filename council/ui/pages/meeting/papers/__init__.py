"""The papers of an agenda item: their list, dropping files, and looking at them in the window."""
