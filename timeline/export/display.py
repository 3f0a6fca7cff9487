"""A date in words for people: lives in `model.display`, since explanations below this floor need it too."""

from timeline.model.display import display

__all__ = ["display"]
