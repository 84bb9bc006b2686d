"""Engine: the one room that knows MkDocs and static-i18n."""

from importlib.util import find_spec

if find_spec("mkdocs") is None and find_spec("properdocs") is not None:
    # ProperDocs carries MkDocs on, and answers to its name once this is imported.
    import properdocs.replacement  # noqa: F401
