"""The book: three solutions side by side, as a static site (`site`) and in a terminal (`terminal`)."""
