"""Inputs without end, in all languages, on as many machines as there are: what differs is shrunk and kept."""
