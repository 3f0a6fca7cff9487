"""How English goes on telling: words that add one happening to another, and words of speeches. Goes out: word sets."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ADDING = _words("and but")
AFTERWARDS = _words("later afterwards eventually subsequently ultimately finally soon since now still thereafter")
SPEECHES = _words("""
    speech keynote address statement conference interview briefing testimony presentation remarks announcement
    announcements comments sermon broadcast lecture speak testify unveil introduce present comment promise pledge vow
    urge call
    """)
