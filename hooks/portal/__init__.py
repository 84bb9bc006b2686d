"""What the hooks and the `portal` command share, in rooms: each module may import from the rooms named before its own.

words, schema, content, markdown, model, checks, views, assets, art, engine, desk.
"""
