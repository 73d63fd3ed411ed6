"""The parts of Council → Rules: our rules, two packs side by side, trying numbers."""
