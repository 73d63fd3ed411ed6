"""How many rows there are for each value of a column, in one query."""

from __future__ import annotations

from typing import TYPE_CHECKING

from council.db.triggers import columns

if TYPE_CHECKING:
    from council.db.connection import Connection


def count_by(conn: Connection, table: str, column: str) -> dict[str, int]:
    """Return how many rows of a table have each value of a column; NULL is left out."""
    if column not in columns(table):
        raise KeyError(f"{table} has no {column}")
    conn.memo.reads(table)
    sql = f"SELECT {column}, count(*) FROM {table} WHERE {column} IS NOT NULL GROUP BY 1"
    return dict(tuple(row) for row in conn.execute(sql))
