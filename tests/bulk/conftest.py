"""A Ray cluster on this machine."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest


@pytest.fixture(scope="session")
def nodes() -> Iterator[Any]:
    """A cluster of two nodes with a processor each."""
    pytest.importorskip("ray")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RAY_USAGE_STATS_ENABLED", "0")
        made = _started(3)
        yield made
        made.shutdown()


def _started(tries: int) -> Any:
    from ray.cluster_utils import Cluster as Nodes

    made = Nodes()
    try:
        made.add_node(num_cpus=1, include_dashboard=False)
        made.add_node(num_cpus=1)
    except Exception as error:
        # Ray gives a node half a minute to start, which a busy machine may not have.
        made.shutdown()
        if tries == 1 or "timed out" not in str(error):
            raise
        return _started(tries - 1)
    return made
