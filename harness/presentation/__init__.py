"""A scenario is shown to an audience."""
