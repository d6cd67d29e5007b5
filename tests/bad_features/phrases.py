"""The phrases that the broken features of this folder are checked against: few, and always the same."""

from __future__ import annotations

from harness.errors import HarnessError
from harness.language.vocabulary import ListOf, Table, Vocabulary

FIELDS = ["name", "phone number", "account number", "이름", "휴대폰 번호", "출금 계좌번호"]
SCREENS = ["the home page", "the application", "the result", "홈", "신청서 작성", "갱신 완료"]
FAULTS = ["sending the SMS code", "issuing the certificate", "인증번호 발송", "인증서 발급"]
ROOMS = [*(f"room {number}" for number in range(1, 21)), *(f"{number}호" for number in range(1, 21))]
DETAILS = Table(
    {"kind": "종류", "days left": "남은 날", "state": "상태"}, needed=["kind"], types={"state": "state"}
)
STATES = ["in use", "suspended", "사용 중", "효력 정지"]
NEEDS = ["security card", "phone", "보안카드", "휴대폰"]


def as_times(text: str) -> int:
    if int(text) < 1:
        raise HarnessError(
            f"“{text}” cannot be: at least once", f"“{text}”은 쓸 수 없습니다. 한 번부터입니다"
        )
    return int(text)


def fails_again(work: str, times: int) -> None: ...
def asks() -> None: ...
def enters_code(code: str) -> None: ...
def pays(receiver: str) -> None: ...
def is_tried(datatable: list[list[str]]) -> None: ...
def customer(customer: str) -> None: ...
def certificates(customer: str, datatable: list[list[str]]) -> None: ...
def expires(customer: str, day: str) -> None: ...
def fails(work: str) -> None: ...
def signed_in(customer: str) -> None: ...
def signs_in() -> None: ...
def enters(text: str, field: str) -> None: ...
def writes(docstring: str) -> None: ...
def passes(minutes: int) -> None: ...
def sees(screen: str) -> None: ...
def needs(datatable: list[list[str]]) -> None: ...
def is_told(text: str) -> None: ...
def hears(text: str) -> None: ...
def goes(room: str) -> None: ...


def define(vocabulary: Vocabulary) -> Vocabulary:
    """Put the phrases into a vocabulary."""
    vocabulary.define_parameter("customer", [r"[A-Z]\w+(?: [A-Z]\w+)+", r"[가-힣]{2,6}"])
    vocabulary.define_parameter("day", [r"in \d+ days?", "today", r"\d+일 뒤에", "오늘"])
    vocabulary.define_parameter("field", FIELDS)
    vocabulary.define_parameter("screen", SCREENS)
    vocabulary.define_parameter("work", FAULTS)
    vocabulary.define_parameter("room", ROOMS)
    vocabulary.define_parameter("state", STATES)
    vocabulary.define_parameter("need", NEEDS)
    vocabulary.define_parameter("times", r"-?\d+", as_times)
    vocabulary.define("given", "{work} fails {times} times", "{work}에 {times}번 실패한다", fails_again)
    vocabulary.define(
        "when", "the customer asks for a code", "고객이 인증번호를 요청한다", asks, provides="code"
    )
    vocabulary.define("when", "the customer enters the code", "고객이 그 인증번호를 입력한다", enters_code)
    vocabulary.define(
        "when", "the customer pays {receiver:customer}", "고객이 {receiver:customer} 고객에게 보낸다", pays
    )
    vocabulary.define(
        "then",
        "it is tried so often:",
        "이만큼 시도한다:",
        is_tried,
        Table({"times": "횟수"}, types={"times": "times"}),
    )
    vocabulary.define("given", "{customer} is a customer", "{customer} 고객이 있다", customer)
    vocabulary.define(
        "given",
        "{customer} holds these certificates:",
        "{customer} 고객의 인증서는 다음과 같다:",
        certificates,
        DETAILS,
    )
    vocabulary.define(
        "given",
        "{customer}'s certificate expires/expired {day}",
        "{customer} 고객의 인증서가 {day} 만료된다/만료되었다",
        expires,
    )
    vocabulary.define("given", "{work} fails", "{work}에 실패한다", fails)
    vocabulary.define("given", "{customer} is signed in", "{customer} 고객이 로그인했다", signed_in)
    vocabulary.define("when", "the customer signs in", "고객이 로그인한다", signs_in)
    vocabulary.define(
        "when",
        "the customer enters {text:string} as the {field}",
        "고객이 {field} 칸에 {text:string}(이)라고 적는다",
        enters,
    )
    vocabulary.define("when", "the customer writes:", "고객이 다음과 같이 적는다:", writes)
    vocabulary.define("when", "{minutes:int} minute(s) pass(es)", "시간이 {minutes:int}분 흐른다", passes)
    vocabulary.define("then", "the customer sees {screen}", "{screen} 화면이 보인다", sees)
    vocabulary.define(
        "then",
        "the customer is asked to have ready:",
        "고객이 미리 준비할 것은 다음과 같다:",
        needs,
        ListOf("need"),
    )
    vocabulary.define(
        "then", "the customer is told {text:string}", "고객에게 {text:string}이/가 안내된다", is_told
    )
    vocabulary.define("then", "the customer is told {text:word}", "고객에게 {text:word} 안내된다", hears)
    vocabulary.define("when", "the customer goes to {room}", "고객이 {room}실에 간다", goes)
    return vocabulary
