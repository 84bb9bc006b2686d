"""What a build imports, imported: the fork server of `tests/command.py` reads this module before anything is run."""

import importlib
import pkgutil
from importlib.metadata import entry_points

import portal

for _module in pkgutil.walk_packages(portal.__path__, "portal."):
    importlib.import_module(_module.name)
# MkDocs imports the plugins of mkdocs.yml by name.
for _plugin in entry_points(group="mkdocs.plugins", name="i18n"):
    _plugin.load()
