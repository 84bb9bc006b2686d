"""Assets: what is published besides pages: stylesheet, scripts, font, pictures; and what was made before."""
