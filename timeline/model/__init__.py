"""Plain frozen data, and the calendar it is in."""
