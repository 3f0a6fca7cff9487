"""What the mentions of a document mean: anchors, missing years, values with their reasons."""

from timeline.normalise.resolve import resolve

__all__ = ["resolve"]
