"""Drafts: what a page or a text gives before it is annotated."""
