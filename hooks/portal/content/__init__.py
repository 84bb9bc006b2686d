"""Content: from the files an editor writes to entries and pages, with every problem on the way."""
