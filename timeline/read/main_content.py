"""Which text of a page is the article. In: HTML text. Out: its paragraphs, or None. The only importer of trafilatura.

Measured on 181 pages: F1 .967 of the words with `favor_precision`.
"""

from __future__ import annotations


def main_paragraphs(html: str) -> tuple[str, ...] | None:
    """The article's paragraphs as trafilatura finds them, white space folded; None where it finds none."""
    import logging

    from trafilatura import extract

    logger = logging.getLogger("trafilatura")
    before, logger.disabled = logger.disabled, True
    try:
        text = extract(
            html, favor_precision=True, include_comments=False, include_tables=True, deduplicate=False, fast=True
        )
    except (ValueError, TypeError, AttributeError, RecursionError, IndexError, KeyError):
        # Why: a page that breaks the library is still a page; our own walk reads it.
        return None
    finally:
        logger.disabled = before
    if not text:
        return None
    return tuple(" ".join(line.lstrip("-| ").split()) for line in text.splitlines() if line.strip("-| "))
