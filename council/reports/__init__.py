"""PDF documents from semantic documents; the only importer of reportlab."""
