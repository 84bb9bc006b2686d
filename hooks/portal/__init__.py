"""What the hooks and the `portal` command share, in rooms. A module imports from its own room and those before it."""

ROOMS = (
    *("words", "schema", "content", "markdown", "model"),
    *("assets", "art", "checks", "search", "views", "publish", "engine", "desk"),
)
"""From the ground up: data flows from each to those after it, and no import runs back. A test says so."""
