"""The semantic document as plain JSON data, and back without loss."""

from __future__ import annotations

import hashlib
import json
from dataclasses import fields, replace
from typing import Any, get_args

from council.domain.document import (
    Block,
    Box,
    Document,
    Heading,
    Labelled,
    LetterEnd,
    LetterTop,
    Listing,
    Paragraph,
    Signatures,
    Span,
    Table,
)

_BLOCKS: dict[str, type[Block]] = {kind.__name__.lower(): kind for kind in get_args(Block)}


def _plain(value: Any) -> Any:
    if isinstance(value, Span | Block):
        data = {
            field.name: _plain(getattr(value, field.name))
            for field in fields(value)
            if getattr(value, field.name) != field.default
        }
        return data if isinstance(value, Span) else {"block": type(value).__name__.lower(), **data}
    if isinstance(value, tuple | list):
        return [_plain(part) for part in value]
    return value


def to_data(document: Document) -> dict[str, Any]:
    """Return the document as JSON data; fields at their default are left out."""
    return {
        field.name: _plain(getattr(document, field.name))
        for field in fields(document)
        if field.name in ("blocks", "letterhead") or getattr(document, field.name) != field.default
    }


def _restore(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(_restore(part) for part in value)
    if isinstance(value, dict):
        inner = {name: _restore(part) for name, part in value.items() if name != "block"}
        return _BLOCKS[value["block"]](**inner) if "block" in value else Span(**inner)
    return value


def from_data(data: dict[str, Any]) -> Document:
    """Read what :func:`to_data` wrote."""
    made = {name: value if name == "extra" else _restore(value) for name, value in data.items()}
    return Document(**made)


_TIES = frozenset({"key", "code", "facts", "fact", "origin", "stale"})
"""Fields that tie a document to the record; they do not print, so no fingerprint holds them."""


def _printed(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _printed(part) for name, part in value.items() if name not in _TIES}
    if isinstance(value, list):
        return [_printed(part) for part in value]
    return value


def fingerprint(document: Document) -> str:
    """Return the SHA-256 (hex) of what the document prints, its own fingerprint left out.

    The same words give the same fingerprint, also after the record went through a file.
    """
    data = _printed(to_data(replace(document, fingerprint="")))
    words = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(words.encode()).hexdigest()


def plain_text(document: Document) -> str:
    """Return the document's words, one block a line; for search, tests and copying."""
    return "\n".join(line for block in document.blocks for line in block_lines(block))


def _join(spans: tuple[Span, ...]) -> str:
    return "".join(span.text for span in spans)


def block_lines(block: Block) -> list[str]:
    """Return the words of one block, a line each."""
    match block:
        case Heading() | Paragraph():
            return [_join(block.spans)]
        case Listing():
            labels = block.labels or ("",) * len(block.items)
            return [
                f"{label} {_join(item)}".strip()
                for label, item in zip(labels, block.items, strict=True)
            ]
        case Table():
            rows = ["  ".join(_join(cell) for cell in row).rstrip() for row in block.rows]
            return ["  ".join(block.header).strip(), *rows] if any(block.header) else rows
        case Labelled():
            return [f"{label} {_join(words)}".strip() for label, words in block.lines]
        case LetterTop():
            return [_join(block.number), *block.sender, block.day]
        case LetterEnd():
            return [block.closing, _join(block.name), block.office, *block.contact]
        case Box():
            title = " ".join(part for part in (_join(block.title), block.chip) if part)
            return [title, *(_join(paragraph.spans) for paragraph in block.body)]
        case Signatures():
            return [part for place in block.places for part in place if part]
