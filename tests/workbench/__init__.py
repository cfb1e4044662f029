"""Tests of the workbench; a package, since a script of the benchmarks has the same name."""
