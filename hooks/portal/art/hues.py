"""The colour of each cluster and campus. Its arch stands beside it in the templates: never colour alone."""

HUES = {"health": "sea", "high-tech": "river", "heijendaal": "sun", "novio-tech": "sky"}
