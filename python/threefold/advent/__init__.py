"""Advent of Code's own things: its site, inputs that people keep, its package's runner."""
