"""The words of letters, sheets and slides, and of files that are none."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from council.domain import media_types
from council.exchange.office_words import can_read, read_words

if TYPE_CHECKING:
    from pathlib import Path

OOXML, ODF = (
    "application/vnd.openxmlformats-officedocument.",
    "application/vnd.oasis.opendocument.",
)
DOCX, XLSX, PPTX = (
    f"{OOXML}{kind}"
    for kind in ("wordprocessingml.document", "spreadsheetml.sheet", "presentationml.presentation")
)
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:p="urn:p"'
X = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
O = (  # noqa: E741
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
)


def _packed(path: Path, **parts: str) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, words in parts.items():
            made.writestr(name.replace("__", "/") + ".xml", words)
    return path


def test_a_letter_is_read_with_its_table(tmp_path: Path) -> None:
    def p(words: str) -> str:
        return f"<w:p><w:r>{words}</w:r></w:p>"

    body = (
        p("<w:t>Dear </w:t><w:t>council,</w:t>")
        + p("<w:t>rent</w:t><w:tab/><w:t>120</w:t><w:br/><w:t>a year</w:t>")
        + "<w:tbl><w:tr>"
        + f"<w:tc>{p('<w:t>ปี</w:t>')}</w:tc><w:tc>{p('<w:t>2569</w:t>')}"
        + f"{p('<w:t>B.E.</w:t>')}</w:tc>"
        + "</w:tr></w:tbl>"
        + p("<w:instrText>PAGE</w:instrText><w:delText>gone</w:delText><w:t>Yours</w:t>")
    )
    path = _packed(
        tmp_path / "a.docx",
        word__document=f"<w:document {W}><w:body>{body}</w:body></w:document>",
    )
    assert media_types.media_type(path.read_bytes()) == DOCX
    assert read_words(path, DOCX) == "Dear council,\nrent\t120\na year\nปี\t2569 B.E.\nYours"


def test_a_sheet_is_read_with_its_days(tmp_path: Path) -> None:
    rows = (
        '<row><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>Rent</t></is></c></row>'
        '<row><c r="A2" s="1"><v>46000</v></c><c r="B2" s="2"><v>0.75</v></c>'
        '<c r="C2"><v>120</v></c></row>'
        '<row><c s="3"><v>46000.5</v></c><c s="1" t="str"><v>said</v></c></row>'
    )
    styles = (
        f'<styleSheet {X}><numFmts><numFmt numFmtId="164" formatCode="&quot;day&quot; 0"/>'
        '<numFmt numFmtId="165" formatCode="yyyy\\-mm"/></numFmts><cellXfs><xf numFmtId="0"/>'
        '<xf numFmtId="14"/><xf numFmtId="20"/><xf numFmtId="165"/></cellXfs></styleSheet>'
    )
    parts = {
        "xl__worksheets__sheet2": f"<worksheet {X}><sheetData>{rows}</sheetData></worksheet>",
        "xl__worksheets__sheet10": f"<worksheet {X}><sheetData><row><c><v>7</v></c></row>"
        "</sheetData></worksheet>",
        "xl__sharedStrings": f"<sst {X}><si><t>Day</t></si></sst>",
        "xl__styles": styles,
    }
    path = _packed(tmp_path / "a.xlsx", **parts)
    first = "Day\t\tRent\n2025-12-09\t18:00\t120\n2025-12-09 12:00\tsaid"
    assert read_words(path, XLSX) == f"{first}\n\n7"
    old = f'<workbook {X}><workbookPr date1904="1"/></workbook>'
    path = _packed(tmp_path / "b.xlsx", **parts, xl__workbook=old)
    assert "2029-12-10" in (read_words(path, XLSX) or "")


def test_slides_stand_in_their_order(tmp_path: Path) -> None:
    slides = {
        f"ppt__slides__slide{number}": f"<p:sld {A}><a:p><a:r><a:t>Slide {number}</a:t></a:r></a:p>"
        "</p:sld>"
        for number in (10, 2, 1)
    }
    assert (
        read_words(_packed(tmp_path / "a.pptx", **slides), PPTX) == "Slide 1\n\nSlide 2\n\nSlide 10"
    )


def test_open_documents_are_read(tmp_path: Path) -> None:
    body = (
        "<text:h>Lease</text:h><text:p>of the <text:span>gar</text:span>den<text:s/>now</text:p>"
        "<table:table><table:table-row><table:table-cell><text:p>1</text:p></table:table-cell>"
        "<table:table-cell><text:p>2</text:p></table:table-cell></table:table-row></table:table>"
    )
    content = (
        f"<office:document-content {O}><office:body>{body}</office:body></office:document-content>"
    )
    for kind in ("text", "spreadsheet", "presentation"):
        path = _packed(tmp_path / kind, content=content)
        assert read_words(path, ODF + kind) == "Lease\nof the garden now\n1\t2"


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>'


@pytest.mark.parametrize(
    "words",
    [BOMB, BOMB.encode("utf-16"), "<x", "", "<x>" * 50_000 + "</x>" * 50_000, " " * 20_000_001],
)
def test_what_is_no_letter_is_none(tmp_path: Path, words: str) -> None:
    assert read_words(_packed(tmp_path / "a", word__document=words), DOCX) is None


def test_other_files_are_none(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"PK\x03\x04 and no more")
    assert read_words(tmp_path / "a", DOCX) is None
    assert read_words(tmp_path / "missing", DOCX) is None
    assert read_words(_packed(tmp_path / "b", word__other="<x/>"), DOCX) is None
    assert not can_read("application/pdf")
    assert all(map(can_read, (DOCX, XLSX, PPTX, f"{ODF}text")))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(st.sampled_from(["s", "t", "r"]), st.text("abs0123456789-./", max_size=9)),
       st.text(max_size=9))  # fmt: skip
def test_any_cell_is_read_or_none(tmp_path: Path, told: dict[str, str], value: str) -> None:
    from xml.sax.saxutils import escape, quoteattr

    cell = "".join(f" {name}={quoteattr(words)}" for name, words in told.items())
    rows = f"<worksheet {X}><row><c{cell}><v>{escape(value)}</v></c></row></worksheet>"
    found = read_words(_packed(tmp_path / "a", xl__worksheets__sheet1=rows), XLSX)
    assert found is None or isinstance(found, str)
