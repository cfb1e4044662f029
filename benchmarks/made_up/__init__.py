"""A made-up war and its news, seeded, of any size: for benchmarks of linking, queries, exports and the workbench.

    from made_up import Told, fill, news

    for told in news(claims=100_000, seed=1): ...     # reports with their claims, in the order of publication
    fill(open_ledger("big.db"), claims=100_000)       # a whole ledger with happenings, settled

The war goes on with some 200 claims a day, so that more claims are a longer war and not a denser one: a million is
fourteen years of it. Everything is invented: places, parties, sources and outlets.
"""

from made_up.fill import Filled, fill
from made_up.news import Told, news
from made_up.war import CLAIMS_A_DAY, START, Incident, incidents
from made_up.world import World, world

__all__ = ["CLAIMS_A_DAY", "START", "Filled", "Incident", "Told", "World", "fill", "incidents", "news", "world"]
