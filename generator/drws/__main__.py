"""`python -m drws` is the same thing as the command `drws`."""

from drws.cli import main

main()
