"""What the device says no to: each a class with its code and the customer's words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar


class DeviceError(Exception):
    """`code` names the error to programs, `text` says it to the customer in Korean."""

    code: ClassVar[str]
    text: ClassVar[str]

    def __init__(self, **facts: str) -> None:
        super().__init__(self.text.format(**facts))


class Malformed(DeviceError):
    """A request lacks something, or has it in a wrong form."""

    code = "malformed"
    text = "요청의 {field} 값이 없거나 형식이 맞지 않습니다. 화면을 새로 고친 뒤 다시 시도해 주세요."

    def __init__(self, field: str) -> None:
        super().__init__(field=field)


class TooLarge(DeviceError):
    """More was sent than the device takes."""

    code = "too-large"
    text = "보낸 내용이 너무 커서 받지 않았습니다. 인증서 내보내기로 만든 파일인지 확인해 주세요."


class WeakPassword(DeviceError):
    """A new password breaks rules; `broken` has a sentence for each."""

    code = "weak-password"
    text = "{broken}"

    def __init__(self, broken: Sequence[str]) -> None:
        super().__init__(broken=" ".join(broken))
        self.broken = broken


class WrongPassword(DeviceError):
    """The password does not open the private key."""

    code = "wrong-password"
    text = "인증서 비밀번호가 맞지 않습니다."


class ForeignPage(DeviceError):
    """A page that is not the bank's asks the device."""

    code = "foreign-page"
    text = "이 화면은 인증서를 사용할 수 없습니다. 은행 홈페이지에서 다시 시도해 주세요."


class NoSuchCertificate(DeviceError):
    """The place holds no such certificate."""

    code = "no-such-certificate"
    text = "선택한 위치에 그 인증서가 없습니다. 저장 위치와 인증서를 다시 선택해 주세요."


class NoSuchKey(DeviceError):
    """No key of this id waits for its certificate."""

    code = "no-such-key"
    text = "이 기기에 인증서를 기다리는 개인키가 없습니다. 갱신을 시작한 기기에서 다시 시도해 주세요."


class Refused(DeviceError):
    """A certificate is not the one that the device waits for; `reason` says why, in Korean."""

    code = "refused"
    text = "{reason}"

    def __init__(self, reason: str) -> None:
        super().__init__(reason=reason)


class SharedPlace(DeviceError):
    """The place lies on a computer that others use as well, and nobody said that this is meant."""

    code = "shared-place"
    text = (
        "여러 사람이 함께 쓰는 컴퓨터여서 저장하지 않았습니다. 다른 위치를 선택하거나, "
        "그래도 저장할 것인지 확인해 주세요."
    )


class SamePlace(DeviceError):
    """A copy shall go where the certificate lies already."""

    code = "same-place"
    text = "인증서가 이미 그 위치에 있습니다. 다른 위치를 선택해 주세요."


class BrokenFile(DeviceError):
    """A file to import is no PKCS#12, or no whole one."""

    code = "broken-file"
    text = (
        "인증서 파일이 아니거나 손상된 파일이어서 가져오지 않았습니다. "
        "인증서 내보내기로 만든 파일(.pfx, .p12)인지 확인해 주세요."
    )


class UnsupportedFile(DeviceError):
    """A file to import is protected in a way that is not known here, or takes too long to open."""

    code = "unsupported-file"
    text = (
        "이 기기에서 열 수 없는 방식으로 암호화된 파일이어서 가져오지 않았습니다. "
        "인증서 내보내기로 파일을 다시 만들어 주세요."
    )


class WrongFilePassword(DeviceError):
    """The password does not open the file to import, or somebody changed what is in it."""

    code = "wrong-file-password"
    text = (
        "파일 비밀번호가 맞지 않습니다. 내보낼 때 정한 비밀번호를 입력해 주세요. "
        "맞는 비밀번호로도 열리지 않으면 파일이 손상된 것이니 다시 내보내 주세요."
    )


class ForeignCertificate(DeviceError):
    """A file holds no certificate and key that this device could use; `reason` is a Korean sentence."""

    code = "foreign-certificate"
    text = "{reason} 가져오지 않았으니 모의인증원 인증서를 내보낸 파일인지 확인해 주세요."

    def __init__(self, reason: str) -> None:
        super().__init__(reason=reason)


class StoreGone(DeviceError):
    """The place cannot be reached any more; what lay there before still does."""

    code = "store-gone"
    text = "저장 매체가 분리되어 인증서를 저장하지 못했습니다. 다시 연결한 뒤 저장해 주세요."


class StoreFull(DeviceError):
    """The place has no room for the new files; what lay there before still does."""

    code = "store-full"
    text = "저장 공간이 부족하여 인증서를 저장하지 못했습니다. 공간을 확보한 뒤 다시 저장해 주세요."
