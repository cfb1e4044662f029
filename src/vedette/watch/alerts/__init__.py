"""Alerts: rules in YAML over what becomes of happenings, told once each, with what changes later grouped."""
