"""Words: what is said to an editor, where, in which language, and how dates and numbers are written."""
