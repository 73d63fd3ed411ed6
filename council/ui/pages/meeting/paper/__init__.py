"""A meeting on paper: its recording sheet, and the page that takes the sheet afterwards."""
