"""What is wrong with a request or a file of people, in Korean; in English pydantic says it."""

from __future__ import annotations

from typing import Any

# By pydantic's name for it.
KO = {
    "missing": "빠진 항목입니다",
    "extra_forbidden": "없는 항목입니다",
    "literal_error": "쓸 수 없는 값입니다. 쓸 수 있는 값: {expected}",
    "string_pattern_mismatch": "형식({pattern})에 맞지 않습니다",
    "string_too_short": "{min_length}자 이상이어야 합니다",
    "string_too_long": "{max_length}자 이하여야 합니다",
    "string_type": "문자열이어야 합니다",
    "bool_parsing": "true나 false여야 합니다",
    "int_parsing": "정수여야 합니다",
    "int_type": "정수여야 합니다",
    "list_type": "목록이어야 합니다",
    "timezone_aware": "시간대가 있는 시각이어야 합니다",
    "greater_than": "{gt}보다 커야 합니다",
    "greater_than_equal": "{ge} 이상이어야 합니다",
    "less_than_equal": "{le} 이하여야 합니다",
    "service_hours": "서비스 시작 시각은 종료 시각보다 빨라야 합니다",
    "name_too_long": "이름이 너무 깁니다. 인증서에는 한글 {letters}자까지 들어갑니다",
    "same_key": "두 고객의 키가 같습니다({key})",
    "same_account": "두 고객의 계좌번호가 같습니다({number}). 서로 다른 계좌번호를 적어 주세요",
}
_OTHERWISE = "쓸 수 없는 값입니다"


def in_korean(error: Any) -> str:
    """One of the errors that pydantic tells of."""
    words = {name: str(value).replace(" or ", ", ") for name, value in error.get("ctx", {}).items()}
    return KO.get(error["type"], _OTHERWISE).format(**words)
