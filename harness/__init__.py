"""The pytest plugin and the command line: a browser driven through the features, the guide reported on."""

from pathlib import Path

ROOT = Path(__file__).parent.parent  # of this project, whose features, seeds and steps the commands work on
