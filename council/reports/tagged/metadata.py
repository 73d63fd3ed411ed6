"""What a file says of itself: XMP for PDF/UA-1 and PDF/A-2a, and the colours it was made for."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

from PIL import ImageCms
from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFStream,
    PDFString,
    PDFZCompress,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

_DATE, _PROFILE_ID = slice(24, 36), slice(84, 100)
_NO_DATE = bytes([7, 208, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0])  # 1 January 2000: same bytes every time


@cache
def srgb() -> bytes:
    """Return the ICC profile of sRGB, the same bytes on every day."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[_DATE], profile[_PROFILE_ID] = _NO_DATE, bytes(16)
    return bytes(profile)


def output_intent(document: Any) -> PDFArray:
    """Return the output intent of a document in sRGB."""
    stream = PDFStream(PDFDictionary({"N": 3}), srgb(), filters=[PDFZCompress])
    name = PDFString("sRGB IEC61966-2.1")
    return PDFArray(
        [
            PDFDictionary(
                {
                    "Type": PDFName("OutputIntent"),
                    "S": PDFName("GTS_PDFA1"),
                    "OutputConditionIdentifier": name,
                    "Info": name,
                    "DestOutputProfile": document.Reference(stream, "OutputProfile"),
                }
            )
        ]
    )


def xmp_stream(facts: Mapping[str, str]) -> PDFStream:
    """Return the metadata stream; it is never compressed, so that archives can search it."""
    return PDFStream(
        PDFDictionary({"Type": PDFName("Metadata"), "Subtype": PDFName("XML")}),
        xmp(facts).encode() + b"\n",
        filters=[],
    )


def xmp(facts: Mapping[str, str]) -> str:
    """Return the XMP packet.

    ``facts``: title, language (both required), author, subject, creator, producer and
    date as ``YYYY-MM-DDTHH:MM:SS+HH:MM``. Raises ValueError where title or language is missing.
    """
    for needed in ("title", "language"):
        if not facts.get(needed, "").strip():
            raise ValueError(f"{needed}: a tagged file must say it")
    said = {key: escape(words) for key, words in facts.items()}
    subject = (
        f"<dc:description>{_alternative(said['subject'])}</dc:description>"
        if said.get("subject")
        else ""
    )
    author = (
        f"<dc:creator><rdf:Seq><rdf:li>{said['author']}</rdf:li></rdf:Seq></dc:creator>"
        if said.get("author")
        else ""
    )
    return _PACKET.format(
        title=_alternative(said["title"]), author=author, subject=subject,
        language=said["language"], date=said["date"], creator=said["creator"],
        producer=said["producer"],
    )  # fmt: skip


def _alternative(words: str) -> str:
    return f'<rdf:Alt><rdf:li xml:lang="x-default">{words}</rdf:li></rdf:Alt>'


_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format><dc:title>{title}</dc:title>{author}{subject}
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{date}</xmp:CreateDate><xmp:ModifyDate>{date}</xmp:ModifyDate>
<xmp:CreatorTool>{creator}</xmp:CreatorTool><pdf:Producer>{producer}</pdf:Producer>
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Which part of ISO 14289 is followed</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""
