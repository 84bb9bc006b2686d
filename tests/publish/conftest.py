"""What the tests of publishing share."""

from __future__ import annotations

import pytest

from portal.assets.cache import Cache
from portal.assets.published import assets
from tests.conftest import ROOT


@pytest.fixture(scope="session")
def built_assets() -> dict[str, bytes]:
    """Stylesheet, scripts and font as they are published, by their plain names."""
    return {name: asset.content for name, asset in assets(Cache(ROOT / ".cache/font")).items()}
