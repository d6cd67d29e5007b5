"""How often the suggestions for a step that no phrase says hold the phrase that its author wants."""

from __future__ import annotations

import tomllib
from itertools import chain
from pathlib import Path

import pytest

from harness.check.keywords import keyword, step_kind
from harness.check.suggestions import Suggestions
from harness.language.composite import with_composites
from harness.language.vocabulary import VOCABULARY, Vocabulary
from harness.seeds.named_people import People
from tests.harness.check.test_check import ROOT

# Steps as people write them who have not read the list of phrases, and what each is called there.
NATURAL = {
    "en": {
        "Given Lee Yujin is a bank customer": "Given {customer} is a customer",
        "Given issuing the certificate fails 1 time": "Given {work} fails once",
        "Given the certificate authority is slow": "Given {errand} takes {duration}",
        "When the customer waits for 10 minutes": "When {duration} pass(es)",
        "When the user logs out": "When the customer signs out",
        "When she sends 5 won to Lee Yujin": "When the customer asks for a transfer of {money} to {customer}",
        "Then the SMS code has expired": "Then the customer is told that {failure}",
        "Then the customer is logged out": "Then the customer is not signed in",
        "Then the account is not charged": "Then no money moves",
        "Given Kim Hana logged in": "Given {customer} is signed in",
        "Given there is a customer Kim Hana": "Given {customer} is a customer",
        "Given Kim Hana's certificate ends in 3 days": "Given {customer}'s certificate expires/expired {day}",
        "Given Kim Hana's certificate has been suspended": "Given {customer}'s certificate is {held_state}",
        "Given Kim Hana has 50,000 won in the account": "Given {customer}'s account holds {money}",
        "Given the issuing server does not respond": "Given {errand} is never answered",
        "Given the SMS cannot be sent": "Given {work} keeps failing",
        "Given the date is 2027-03-16": "Given today is {today}",
        "Given the time is 23:20": "Given it is {clock}",
        "Given the disk is full": "Given the storage place is full",
        "Given the bank is down": "Given the bank cannot be reached",
        "When Kim Hana goes to the renewal page": "When the customer opens {address}",
        "When the customer waits 3 minutes": "When {duration} pass(es)",
        "When she agrees to all terms": "When the customer agrees to all terms",
        "When the customer refreshes the page": "When the customer reloads the page",
        "When the customer clicks the back button": "When the customer goes back",
        'When the customer types "hana" into the name': "When the customer enters {string} as the {typed}",
        "When the customer retries": "When the customer tries again",
        "When the customer logs in with the new certificate": "When the customer signs in with {certificate}",
        "Then the OTP is locked": "Then the customer is told that {failure}",
        "Then an error says that the account password is wrong": "Then the customer is told that {failure}",
        "Then the result page is displayed": "Then the customer sees {screen}",
        'Then the page shows "hello"': "Then the screen says {string}",
        "Then no SMS is sent": "Then no text message is sent",
        "Then only 1 certificate is in use": "Then exactly {count} certificate(s) is/are listed as {state}",
    },
    "ko": {
        "조건 이유진 고객이 있습니다": "조건 {customer} 고객이 있다",
        "조건 인증서 발급이 실패한다": "조건 {work}에 한 번 실패한다",
        "조건 저장 매체가 없다": "조건 저장 매체가 분리되어 있다",
        "만일 고객이 인증서를 지운다": "만일 고객이 {certificate}를 삭제한다",
        "만일 10분 후": "만일 {duration}이/가 지난다",
        "만일 고객이 로그아웃 버튼을 누른다": "만일 고객이 {thing}을/를 누른다",
        "만일 고객이 발급 버튼을 두 번 클릭한다": "만일 고객이 새 인증서 발급 버튼을 두 번 누른다",
        "그러면 새 인증서가 발급된다": "그러면 인증서가 {count}개만 발급된다",
        "그러면 로그인에 성공한다": "그러면 고객이 로그인된 상태다",
        "그러면 계좌에서 돈이 빠지지 않는다": "그러면 어느 계좌에서도 돈이 출금되지 않는다",
        "그러면 인증번호가 만료되었다는 안내가 나온다": "그러면 {failure} 나온다",
        "그러면 계좌번호가 비어 있다": "그러면 {thing}이/가 {condition}",
        "그러면 홈으로 돌아간다": "그러면 {screen} 화면이 보인다",
        "조건 김하나 고객이 로그인되어 있다": "조건 {customer} 고객이 로그인했다",
        "조건 김하나 인증서가 3일 뒤에 끝난다": "조건 {customer} 고객의 인증서가 {day} 만료된다/만료되었다",
        "조건 김하나 고객의 인증서가 정지되어 있다": "조건 {customer} 고객의 인증서가 {held_state} 상태다",
        "조건 인증서가 정지되어 있다": "조건 {customer} 고객의 인증서가 {held_state} 상태다",
        "조건 김하나 고객 계좌에 50,000원이 있다": "조건 {customer} 고객의 계좌 잔액은 {money}이다",
        "조건 발급 서버가 응답하지 않는다": "조건 {errand} 요청에 응답이 없다",
        "조건 문자 발송이 실패한다": "조건 {work}에 한 번 실패한다",
        "조건 오늘 날짜는 2027-03-16이다": "조건 오늘은 {today}이다",
        "조건 현재 시각은 23:20이다": "조건 지금은 {clock}이다",
        "조건 디스크 공간이 모자란다": "조건 저장 공간이 부족하다",
        "조건 은행 서버에 접속할 수 없다": "조건 은행에 연결되지 않는다",
        "만일 고객이 3분 기다린다": "만일 {duration}이/가 지난다",
        "만일 3일 뒤에 로그인한다": "만일 {duration}이/가 지난다",
        "만일 고객이 인증서 갱신 페이지로 이동한다": "만일 고객이 {address} 화면을 연다",
        "만일 모든 약관에 동의한다": "만일 고객이 약관에 모두 동의한다",
        "만일 고객이 페이지를 새로고침한다": "만일 고객이 화면을 새로 고친다",
        '만일 이름에 "하나"를 입력한다': "만일 고객이 {typed} 칸에 {string}을/를 입력한다",
        "만일 고객이 재시도한다": "만일 고객이 다시 시도한다",
        "만일 고객이 뒤로가기를 누른다": "만일 고객이 뒤로 간다",
        "만일 인증번호를 발송한다": "만일 고객이 인증번호를 요청한다",
        "그러면 갱신이 완료된다": "그러면 {screen} 화면이 보인다",
        "그러면 갱신 완료 페이지가 표시된다": "그러면 {screen} 화면이 보인다",
        "그러면 남은 횟수가 2번이다": "그러면 {count}번 더 시도할 수 있다고 나온다",
        "그러면 거래 내역이 2027-03-16 건만 나온다": "그러면 거래 내역이 {count}건 나온다",
        "그러면 기존 인증서로 로그인할 수 없다": "그러면 {sign_in_reason} 로그인할 수 없다고 나온다",
        "그러면 OTP가 잠긴다": "그러면 {failure} 나온다",
        "그러면 비밀번호가 틀렸다는 오류가 나온다": "그러면 {failure} 나온다",
        "그러면 잔액이 부족하다는 메시지가 뜬다": "그러면 {failure} 나온다",
        "그러면 문자가 안 온다": "그러면 문자가 오지 않는다",
        "그러면 수수료는 4,400원이다": "그러면 수수료가 {fee}(이)라고 나온다",
    },
}


HERE = Path(__file__).parent
ASKED = tomllib.loads((HERE / "natural_steps.toml").read_text(encoding="utf-8"))
UNSAID = ASKED.pop("unsaid")


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return with_composites(VOCABULARY, ROOT)


@pytest.fixture(scope="module")
def suggestions(vocabulary: Vocabulary) -> Suggestions:
    return Suggestions(vocabulary, People.load(ROOT))


def suggested(suggestions: Suggestions, said: str, language: str) -> list[str]:
    """The phrases that a step is answered with: what says it, or else what `renewal check` offers."""
    kind, text = step_kind(said, language), said.partition(" ")[2]
    assert kind
    phrases = suggestions.vocabulary.matching(kind, text)
    if not phrases:
        miss = suggestions.near_miss(kind, text, language)
        phrases = [miss.phrase] if miss else []
        if not miss or not suggestions.is_slip(miss, language):
            phrases += [phrase for phrase, _ in suggestions.nearest(kind, text, language)]
    return [f"{keyword(phrase.kind, language)} {phrase.in_language(language).standard}" for phrase in phrases]


@pytest.mark.parametrize(("language", "floor"), [("en", 0.9), ("ko", 0.95)])
def test_what_people_write_is_answered_with_what_they_mean(
    suggestions: Suggestions, language: str, floor: float
) -> None:
    answers = {said: suggested(suggestions, said, language) for said in NATURAL[language]}
    missed = {
        said: answers[said] for said, wanted in NATURAL[language].items() if wanted not in answers[said]
    }
    assert len(missed) <= (1 - floor) * len(answers), missed


def test_every_phrase_wanted_is_one(vocabulary: Vocabulary) -> None:
    for language, steps in NATURAL.items():
        kinds = [one for half in ASKED.values() for one in half[language].values()]
        texts = {one.in_language(language).standard for one in vocabulary.phrases}
        assert {wanted.partition(" ")[2] for wanted in steps.values()} | set(chain(*kinds)) <= texts


@pytest.mark.parametrize(
    ("half", "language", "at_once", "in_the_end"),
    [
        ("tuned", "ko", 0.69, 0.97),
        ("tuned", "en", 0.72, 1),
        ("held-back", "ko", 0.8, 1),
        ("held-back", "en", 0.88, 1),
        ("second", "ko", 0.77, 0.97),
        ("second", "en", 0.84, 1),
        ("second-held-back", "ko", 0.75, 1),
        ("second-held-back", "en", 0.8, 1),
        ("third-held-back", "ko", 0.96, 1),
        ("third-held-back", "en", 0.95, 1),
        ("fourth", "ko", 0.62, 0.98),
        ("fourth", "en", 0.72, 1),
        ("fourth-held-back", "ko", 0.66, 1),
        ("fourth-held-back", "en", 0.6, 1),
    ],
)
def test_a_tester_who_has_no_list_finds_the_words(
    suggestions: Suggestions, half: str, language: str, at_once: float, in_the_end: float
) -> None:
    asked = ASKED[half][language]
    read = {said: phrases(suggestions.vocabulary, said, language) for said in asked}
    right = [said for said, wanted in asked.items() if {*read[said]} & {*wanted}]
    assert {said for said in asked if read[said]} == {*right}, "read as something else"
    answers = {
        said: {answer.partition(" ")[2] for answer in suggested(suggestions, said, language)}
        for said in asked
    }
    found = [said for said, wanted in asked.items() if answers[said] & {*wanted}]
    assert len(right) >= at_once * len(asked), set(asked) - set(right)
    assert len(found) >= in_the_end * len(asked), set(asked) - set(found)


def phrases(vocabulary: Vocabulary, said: str, language: str) -> list[str]:
    """The phrases that say a step, or are meant by it."""
    kind = step_kind(said, language)
    assert kind
    return [
        phrase.in_language(language).standard for phrase in vocabulary.matching(kind, said.partition(" ")[2])
    ]


@pytest.mark.parametrize(
    ("language", "said"), [(language, one) for language in UNSAID for one in UNSAID[language]]
)
def test_what_says_something_else_is_read_as_nothing(
    vocabulary: Vocabulary, language: str, said: str
) -> None:
    assert not phrases(vocabulary, said, language)


@pytest.mark.parametrize(
    ("language", "kind", "text", "first"),
    [
        ("ko", "when", "고객이 3분 기다린다", "3분이 지난다"),
        ("en", "when", "the customer waits 3 minutes", "3 minutes pass"),
        ("en", "then", "the OTP is locked", "the customer is told that the OTP is locked"),
        ("ko", "then", "OTP가 잠긴다", "OTP가 잠겼다고 나온다"),
        ("ko", "then", "갱신이 완료된다", "갱신 완료 화면이 보인다"),
        ("ko", "then", "남은 횟수가 2번이다", "2번 더 시도할 수 있다고 나온다"),
        ("en", "given", "issuing the certificate fails 1 time", "issuing the certificate fails once"),
        (
            "ko",
            "given",
            "김하나 고객의 인증서가 3일 전에 만료되고 말았다",
            "김하나 고객의 인증서가 3일 전에 만료되었다",
        ),
        (
            "ko",
            "given",
            "김하나 고객에게 3일 뒤에 끝날 인증서가 또 하나 더 있다",
            "김하나 고객에게 3일 뒤에 만료되는 인증서가 하나 더 있다",
        ),
    ],
)
def test_the_first_suggestion_has_the_words_of_the_step(
    suggestions: Suggestions, language: str, kind: str, text: str, first: str
) -> None:
    assert suggestions.nearest(kind, text, language)[0][1] == first


@pytest.mark.parametrize(
    "text",
    [
        "거래 내역이 2027-03-16 나온다",
        "거래 내역이 2027년 3월 16일로 나온다",
        "거래 내역에 50,000원이 나온다",
    ],
)
def test_a_number_within_a_date_or_an_amount_is_none_by_itself(suggestions: Suggestions, text: str) -> None:
    steps = [step for _, step in suggestions.nearest("then", text, "ko")]
    assert "거래 내역이 {number}건 나온다" in steps


def test_whatever_is_written_something_is_suggested(suggestions: Suggestions) -> None:
    for text in ("everything is fine", "모두 괜찮다", "?", "xyzzy"):
        assert suggestions.nearest("then", text, "ko" if text[0] >= "가" else "en")
