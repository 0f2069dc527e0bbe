"""From whatever the caller has to a tree or a text: decode, clean, tell apart."""
