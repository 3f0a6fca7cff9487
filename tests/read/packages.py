"""Word, OpenDocument and EPUB files as tests need them: the XML that matters, in a zip."""

from __future__ import annotations

import io
import zipfile

_WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_OFFICE = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"'
)


def zipped(members: dict[str, str | bytes]) -> bytes:
    """A zip of some members, in this order; "mimetype" is stored as it is."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            stored = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), content, stored)
    return buffer.getvalue()


def p(text: str, style: str = "", more: str = "") -> str:
    """A Word paragraph."""
    look = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f'<w:p>{look}<w:r><w:t xml:space="preserve">{text}</w:t></w:r>{more}</w:p>'


def docx(body: str, members: dict[str, str] | None = None, core: str = "") -> bytes:
    """A Word document with this inside of its body; `members` are further parts under word/, without namespaces."""
    styles = "".join(
        f'<w:style w:styleId="{key}"><w:name w:val="{name}"/></w:style>'
        for key, name in (("Title", "Title"), ("H1", "heading 1"), ("Q", "Quote"))
    )
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": f"<w:document {_WORD}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": f"<w:styles {_WORD}>{styles}</w:styles>",
        "docProps/core.xml": f'<cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t">{core}</cp:coreProperties>',
    }
    for name, content in (members or {}).items():
        parts[f"word/{name}"] = content.replace(">", f" {_WORD}>", 1)
    return zipped(parts)


def odt(body: str, meta: str = "", styles: str = "", automatic: str = "") -> bytes:
    """An OpenDocument text with this inside of its body."""
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:document-content {_OFFICE}><office:automatic-styles>{automatic}"
            f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body></office:document-content>",
            "meta.xml": f"<office:document-meta {_OFFICE}><office:meta>{meta}</office:meta></office:document-meta>",
            "styles.xml": f"<office:document-styles {_OFFICE}>{styles}</office:document-styles>",
        }
    )


def epub(chapters: dict[str, str], metadata: str = "", order: tuple[str, ...] | None = None) -> bytes:
    """An EPUB of XHTML bodies by file name, in the spine's `order`."""
    items = "".join(f'<item id="{name}" href="text/{name}" media-type="application/xhtml+xml"/>' for name in chapters)
    spine = "".join(f'<itemref idref="{name}"/>' for name in order or chapters)
    members: dict[str, str | bytes] = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": '<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>',
        "OEBPS/book.opf": f'<package xmlns:dc="d" xmlns:opf="o"><metadata>{metadata}</metadata><manifest>{items}</manifest>'
        f"<spine>{spine}</spine></package>",
    }
    for name, body in chapters.items():
        members[f"OEBPS/text/{name}"] = (
            f'<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body>{body}</body></html>'
        )
    return zipped(members)
