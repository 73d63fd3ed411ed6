"""The council record: import with findings, canonical export."""

from council.services.records.exporting import export_record
from council.services.records.importing import import_record

__all__ = ["export_record", "import_record"]
