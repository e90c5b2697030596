"""What a version can be called: its name stands in the names of its files and in its address."""

import re

NAME = re.compile(r"[0-9a-z]+(?:[.-][0-9a-z]+)*")
