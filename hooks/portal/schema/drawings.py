"""What can be drawn, by name. Each name is a macro of overrides/drawings/, where it is drawn; no other is accepted."""

from __future__ import annotations

from typing import Literal

Hue = Literal["sea", "river", "brick", "sun", "sky"]
"""The colours that a block of the site may have: `.hue--sea` and so on in the stylesheet."""

Arch = Literal["roman", "bow", "pointed", "twin", "cut", "horseshoe", "parabola", "keel", "stepped"]
"""The arches of arches.html: a cluster or campus is known by its own, at any size."""

Scene = Literal["arches", "brain", "bridge", "city", "park", "works"]
"""The pictures of scenes.html. `arches` is the arch of the place itself, again and again: what needs no draughtsman."""

Hour = Literal["dawn", "morning", "noon", "afternoon", "evening", "night"]
"""The scenes of hours.html: a day, in its order."""

InDoor = Literal["stevenskerk"]
"""What can stand in a door on the map of the city."""

Drawing = Literal["before", "week1", "month1", "month4", "later", "leaving",
                  "housing", "work", "doctor", "school", "transport", "language"]  # fmt: skip
"""The pictures of chapter.html: phases of a move, then subjects."""

CoverFamily = Literal["care", "technology"]
"""The files covers_care.html and covers_technology.html, each with its own compositions and hues."""

Cover = Literal["capsule", "cells", "helix", "houses", "magnet", "pump", "table", "wave",
                "bridge", "channels", "heat", "people", "stack", "tubes", "wafer", "wires"]  # fmt: skip
"""The compositions of covers_care.html, then those of covers_technology.html. A story may have any."""
