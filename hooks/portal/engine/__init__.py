"""Engine: the one room that knows MkDocs and static-i18n."""
