"""People decide: a page on this computer to accept, correct and reject what was found. See `app` and `session`."""
