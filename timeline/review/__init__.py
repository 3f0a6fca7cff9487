"""Where people decide: accept, reject, edit, merge, split. An empty room so far; nothing imports it."""
