"""How much a paragraph shares its words with an article. In: texts. Out: a share from 0 to 1."""

from __future__ import annotations

import re
from collections.abc import Iterable

_WORD = re.compile(r"[^\W\d_]{4,}")
_EMPTY = frozenset(
    re.split(
        r"\s+",
        """
        that this with from have been were they their will would could should which when what about after before
        over more than also into only other some such said says there these those because while where year years
        week month last first people many most just like made make being both between during each even ever every
        here himself itself much must never next once same since still then through under until upon very well whose
        your them told according time times three four five seven eight nine thousand hundred million including
        percent across against around without within among become became does done down herself themselves another
        eleven twelve twenty thirty forty fifty
        """.strip(),
    )
)


def vocabulary(texts: Iterable[str]) -> frozenset[str]:
    """The words that tell topics apart, cut to five letters so that forms of a word meet."""
    found: set[str] = set()
    for text in texts:
        found.update(word[:5] for word in _WORD.findall(text.lower()) if word not in _EMPTY)
    return frozenset(found)


def kinship(text: str, article: frozenset[str]) -> float:
    """The share of a text's telling words that the article has too; 1.0 for a text without any."""
    own = vocabulary((text,))
    return len(own & article) / len(own) if own else 1.0
