"""A failed scenario is played once more with everything recorded, which would cost too much in every run."""
