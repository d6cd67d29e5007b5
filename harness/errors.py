"""The errors that the harness raises for people to read."""


class HarnessError(Exception):
    """Something that a person can put right: the message says what, where, and what to do.

    The plugin shows the message alone: a traceback through the harness would say nothing about the bank.
    """


class EndsRun(HarnessError):
    """Something that no test of the run can do without: the run ends with this message."""
