"""Knows no language: the pattern language, rules, matching, and what a language pack is."""
