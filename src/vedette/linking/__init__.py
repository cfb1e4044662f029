"""Linking: claims to happenings, across reports. Blocks first, scores with reasons second, clusters last."""

from vedette.linking.link import empty_linker, link
from vedette.linking.linker import Linker

__all__ = ["Linker", "empty_linker", "link"]
