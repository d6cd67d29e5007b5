"""Words that people write for those of the phrases."""

from __future__ import annotations

import re

# What is written, as a regular expression, and words of phrases that may be meant by it.
SYNONYMS = {
    r"\blog(s|ged)? in\b": "signs in, signed in",
    r"\blog(s|ged)? out\b": "signs out",
    r"\b(retr(y|ies)|repeats?)\b": "tries again",
    r"\b(goes to|visits|navigates to)\b": "opens",
    r"\b(clicks|presses|selects|picks)\b": "chooses",
    r"\b(types|writes|fills)\b": "enters",
    r"\bcheckbox|\bchecks\b": "ticks",
    r"\b(is|are) (clickable|greyed out)\b": "is enabled, is disabled",
    r"\b(focused|focus)\b": "the cursor is in",
    r"\b(a11y|axe|WCAG)\b": "accessibility problems",
    r"\b(overflows?|scrolls? sideways|horizontal scroll)\b": "sticks out of the screen",
    r"\bscreenshot\b": "looks like the picture",
    r"\bdouble-?clicks?\b": "presses twice at once",
    r"\b(refresh(es)?)\b": "reloads the page",
    r"\bback button\b": "goes back",
    r"\bshows\b": "says",
    r"\b(slow|late)\b": "takes",
    r"\b(removes|erases)\b": "deletes",
    r"\bverification code\b": "SMS code",
    r"\brequests\b": "asks for",
    r"\b(waits?|go(es)? by|elapses?)\b": "passes",
    r"\b(page|screen) (is|opens|appears)|\b(is|are) (shown|displayed)\b": "sees",
    r"\b(error|message|warning|notice)\b": "is told that",
    r"\b(does|do) not (respond|reply)\b|\btimes out\b": "is never answered",
    r"\b(cannot|can't|could not)\b": "fails",
    r"\b(is|goes) (down|offline)\b": "cannot be reached",
    r"\bSMS\b": "text message, SMS code",
    r"\b(charged|debited)\b": "money moves, is taken",
    r"\b(runs out|ends)\b": "expires",
    r"\bdisk\b": "storage place",
    r"로그인(되어 있|된|한 상태)": "로그인했다",
    "페이지": "화면",
    "이동|접속|들어간다|방문": "화면을 연다",
    "재시도|한 번 더": "다시 시도한다",
    "클릭|탭한다|터치": "누른다",
    "두 번 (누|클릭)|연달아": "더블 클릭한다",
    "포커스": "초점이",
    "들어 있다|입력되어 있다|적혀": "남아 있다",
    "접근성|axe|WCAG": "접근성 문제가 없다",
    "가로 스크롤|옆으로|잘린다|삐져": "화면 밖으로 넘치는 것이 없다",
    "스크린샷|캡처": "그림과 같다",
    "스크린 ?리더|읽어 준다": "화면 낭독기가 알린다",
    "새로고침": "새로 고친다",
    "뒤로가기": "뒤로 간다",
    "적는|작성|쓴다": "칸에 입력한다",
    "선택|클릭": "고른다",
    "기다|경과|흐른다|뒤에|후에": "지난다",
    "표시|완료된다|이동된다|넘어간다": "화면이 보인다",
    "메시지|오류|에러|경고|안내문": "나온다",
    "응답하지 않|응답이 없|무응답": "응답이 없다",
    "(접속|연결)(할 수 없|이 안|되지 않)": "연결되지 않는다",
    "정지": "효력 정지 상태다",
    "횟수|기회": "번 더 시도할 수 있다",
    "잠긴|잠겨": "잠겼다고 나온다",
    "실패|안 된다": "에 실패한다",
    "끝난다|끝나는": "만료된다",
    "모자라|꽉": "부족하다",
    "문자": "인증번호, 문자",
    "현재|시각": "지금은",
}


def with_synonyms(text: str) -> str:
    """A text, and behind it what else it may be saying."""
    return ", ".join([text, *(meant for said, meant in SYNONYMS.items() if re.search(said, text))])
