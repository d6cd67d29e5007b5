"""What the device says no to. Each error's text is Korean and written for the customer."""

from __future__ import annotations

from collections.abc import Sequence


class DeviceError(Exception):
    """`code` names the error to programs, the text says it to the customer."""

    code: str


class Malformed(DeviceError):
    """A request lacks something, or has it in a wrong form."""

    code = "malformed"

    def __init__(self, field: str) -> None:
        super().__init__(
            f"요청의 {field} 값이 없거나 형식이 맞지 않습니다. 페이지를 새로 고친 뒤 다시 시도해 주세요."
        )


class WeakPassword(DeviceError):
    """A new password breaks rules; `broken` has a sentence for each."""

    code = "weak-password"

    def __init__(self, broken: Sequence[str]) -> None:
        super().__init__(" ".join(broken))
        self.broken = broken


class WrongPassword(DeviceError):
    """The password does not open the private key."""

    code = "wrong-password"

    def __init__(self) -> None:
        super().__init__("인증서 비밀번호가 맞지 않습니다.")


class ForeignPage(DeviceError):
    """A page that is not the bank's asks the device."""

    code = "foreign-page"

    def __init__(self) -> None:
        super().__init__("이 페이지는 인증서를 사용할 수 없습니다. 은행 홈페이지에서 다시 시도해 주세요.")


class NoSuchCertificate(DeviceError):
    """The place holds no such certificate."""

    code = "no-such-certificate"

    def __init__(self) -> None:
        super().__init__("선택한 위치에 그 인증서가 없습니다. 저장 위치와 인증서를 다시 선택해 주세요.")


class NoSuchKey(DeviceError):
    """No key of this id waits for its certificate."""

    code = "no-such-key"

    def __init__(self) -> None:
        super().__init__(
            "이 기기에 인증서를 기다리는 키가 없습니다. 갱신을 시작한 기기에서 다시 시도해 주세요."
        )


class Refused(DeviceError):
    """A certificate is not the one that the device waits for; the text says why."""

    code = "refused"


class StoreGone(DeviceError):
    """The place cannot be reached any more; what lay there before still does."""

    code = "store-gone"

    def __init__(self) -> None:
        super().__init__("저장 매체가 빠졌습니다. 인증서를 저장하지 못했으니 다시 연결한 뒤 저장해 주세요.")


class StoreFull(DeviceError):
    """The place has no room for the new files; what lay there before still does."""

    code = "store-full"

    def __init__(self) -> None:
        super().__init__(
            "저장 공간이 부족하여 인증서를 저장하지 못했습니다. 공간을 늘린 뒤 다시 저장해 주세요."
        )
