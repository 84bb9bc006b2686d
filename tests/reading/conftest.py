"""What the tests of reading share."""

import pytest


@pytest.fixture
def to_build() -> bool:
    """Nothing here is built."""
    return False
