"""The Queue: what most needs an analyst's eyes, first."""

from vedette.workbench.queries.queue.items import KINDS, Item, QueuePage, counts, queue_page

__all__ = ["KINDS", "Item", "QueuePage", "counts", "queue_page"]
