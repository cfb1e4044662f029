"""Watching: sources are looked at, what they name is fetched, kept and read, and alerts are sent."""
