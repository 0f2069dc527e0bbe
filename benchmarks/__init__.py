"""Benchmarks: articlekit beside other extractors, its stages, its growth and its memory."""
