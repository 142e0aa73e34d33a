"""Lets `python -m kedun.cli` run the command line."""

from kedun.cli.main import main

main()
