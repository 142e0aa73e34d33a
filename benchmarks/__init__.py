"""Benchmarks: what PERFORMANCE.md quotes, runnable."""
