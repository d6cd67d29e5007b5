"""One scenario is played: its world, its browser, its time."""
