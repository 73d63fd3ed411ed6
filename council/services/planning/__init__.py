"""A meeting before it meets: its agenda, papers, notice, and what earlier meetings left open."""
