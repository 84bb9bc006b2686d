"""Mistakes that editors make, with what is said of each: a table, its tests, and the page of the handbook."""
