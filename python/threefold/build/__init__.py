"""Setting up: toolchains and the environment.

Standard library only, for nox runs it before anything is installed.
"""
