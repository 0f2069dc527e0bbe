"""From a tree to the article's pieces."""
