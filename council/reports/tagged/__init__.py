"""Tagged PDF with ReportLab: accessible (PDF/UA-1) and archivable (PDF/A-2a), in one pass.

A small library of its own that knows nothing of councils:

- ``structure``: the tree of elements that says what a page means. It is built together with what
  flows down the pages, in the order of reading, and refuses what no reader could use (a skipped
  heading level, a figure without words, a table without header cells, a list without items).
- ``marks``: a ReportLab canvas on which everything drawn either belongs to an element or is an
  artifact. There is no third way, so nothing can be forgotten.
- ``metadata``: what the file says of itself, in XMP and for archives.
- ``reader``: a tagged file read back the way a screen reader does.
"""
