"""The errors that the harness raises for people to read."""


class HarnessError(Exception):
    """Something that a person can put right: the message says what, where, and what to do.

    The plugin shows the message alone: a traceback through the harness would say nothing about the bank.
    """

    def __init__(self, en: str, ko: str | None = None) -> None:
        """The message; `ko` is it for who writes features in Korean, where that can happen to them."""
        super().__init__(en)
        self.ko = ko

    def in_language(self, language: str) -> str:
        """The message, in Korean if it is asked for and there is one."""
        return self.ko if language == "ko" and self.ko else str(self)


class EndsRun(HarnessError):
    """Something that no test of the run can do without: the run ends with this message."""
