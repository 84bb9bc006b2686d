"""Publish: from a built folder to what is online: manifest, swap, releases, headers, targets. Knows no generator."""
