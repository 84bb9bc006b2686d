"""Model: the site as a whole, typed and frozen, and what can be asked of it."""
