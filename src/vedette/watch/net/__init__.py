"""Fetching safely: checked addresses, limits, certificates, robots.txt, one at a time a host."""
