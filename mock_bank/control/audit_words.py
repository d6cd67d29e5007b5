"""The audit log in Korean, for who tests in Korean."""

from __future__ import annotations

from typing import Any

PARTIES = {"bank": "은행", "ca": "인증기관", "device": "고객 기기"}
EVENTS = {
    "certificate deposited": "인증서 보관 (PC에서 휴대폰으로)",
    "certificate exported": "인증서 내보내기",
    "certificate applied for": "발급 신청",
    "certificate fetched": "보관한 인증서 전달",
    "certificate issued": "인증서 발급",
    "certificate registered": "타행 인증서 등록",
    "certificate replaced": "이전 인증서 교체",
    "certificate restored": "인증서 효력 회복",
    "certificate revoked": "인증서 폐기",
    "certificate stored": "인증서 저장",
    "certificate suspended": "인증서 효력 정지",
    "change applied for": "폐기, 효력 정지 또는 회복 신청",
    "fault struck": "장애 발생",
    "identity verified": "본인 확인 완료",
    "money deposited": "입금",
    "money withdrawn": "출금",
    "refused": "거절",
    "registration ended": "타행 인증서 등록 해제",
    "renewal applied for": "갱신 신청",
    "phone number changed": "휴대폰 번호 변경",
    "renewal cancelled": "갱신 취소",
    "renewal confirmed": "갱신 완료",
    "renewal registered": "갱신 등록",
    "security card reported lost": "보안카드 분실 신고",
    "session ended": "인증서 효력 상실로 로그아웃",
    "session expired": "로그인 시간 만료",
    "signed in": "로그인",
    "sms code sent": "인증번호 발송",
    "transfer confirmed": "이체 확인",
    "transfer done": "이체 완료",
}
DETAILS = {
    "account": "계좌",
    "amount": "금액",
    "becomes": "처리",
    "code": "오류 코드",
    "customer": "고객",
    "days_left": "남은 일수",
    "effect": "장애",
    "fee": "수수료",
    "fields": "항목",
    "kind": "종류",
    "place": "저장 위치",
    "purpose": "내용",
    "reason": "사유",
    "procedure": "신청",
    "relay": "보관",
    "round": "회차",
    "seam": "장애 지점",
    "serial": "일련번호",
    "to": "받는 번호",
    "transfer": "이체",
    "tries_left": "남은 횟수",
}
VALUES = {
    # where something goes wrong
    "sms.send": "인증번호 발송",
    "identity.verify": "본인 확인 조회",
    "ca.register": "갱신 등록",
    "ca.issue": "인증서 발급",
    "ca.deliver": "인증서 전달",
    "ca.status": "인증서 상태 조회",
    "device.store": "인증서 저장",
    "device.sign": "전자서명",
    "bank.record": "갱신 기록",
    # and how
    "error": "오류",
    "no answer": "응답 없음",
    "slow": "응답 지연",
    "damaged": "손상",
    "full": "공간 부족",
    "pulled out": "분리됨",
    # where certificates lie
    "browser": "브라우저",
    "hard-disk": "하드디스크",
    "removable-disk": "이동식디스크",
    "phone": "휴대폰",
    "cloud": "클라우드",
}
# Why a signature is refused is for who reads ASN.1, and told in English alone.
REASON = "전자서명이 올바르지 않음"


def in_korean(party: str, event: str, detail: dict[str, Any]) -> str:
    """A line without its time, as in `은행: 갱신 등록 갱신=1 수수료=0`."""
    told = [
        f"{DETAILS.get(name, name)}={REASON if name == 'reason' else VALUES.get(str(value), value)}"
        for name, value in detail.items()
    ]
    return " ".join([f"{PARTIES.get(party, party)}: {EVENTS.get(event, event)}", *told])
