"""The mock bank that a run uses: its process, and the client of its control API."""

from __future__ import annotations

import json
import queue
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import IO, Any

import httpx

from harness.errors import HarnessError
from harness.seeds.named_people import PEOPLE_FILE
from harness.spoken import spoken

# Against hanging only: a busy machine is no reason to fail.
START_LIMIT = 300  # seconds until a bank that says nothing counts as broken
ANSWER_LIMIT = 180  # seconds for one control request
STOP_LIMIT = 60  # seconds from asking the process to end until it is killed
LAST_WORDS = 20  # lines of the server's output that are kept


class BankError(HarnessError):
    """The mock bank refused a request: unknown world or person, wrong token, a field that is wrong."""


class BankGone(BankError):
    """Nothing answers at the mock bank's address."""


@dataclass(frozen=True)
class Address:
    """Where a mock bank is and the token of its control API."""

    url: str
    token: str


class BankProcess:
    """A mock bank of this run's own, on a free port."""

    def __init__(self, root: Path, defect: str | None = None) -> None:
        """Start it in the project at `root`, and wait for nothing.

        `defect`: the known bug that it is to have (harness.seeds.defects).
        """
        command = [sys.executable, "-m", "mock_bank", "--port", "0", "--people", str(PEOPLE_FILE)]
        self._last_words: deque[str] = deque(maxlen=LAST_WORDS)
        self._process = subprocess.Popen(
            [*command, "--attached", *(["--defect", defect] if defect else [])],
            cwd=root,
            stdin=subprocess.PIPE,  # held open as long as this process lives
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            # Its own session: Ctrl-C is for pytest, which stops the bank when the scenarios are torn down.
            start_new_session=True,
        )
        assert self._process.stdout
        assert self._process.stderr
        self._lines: queue.Queue[str] = queue.Queue()
        self._readers = [
            _drain(self._process.stdout, self._lines.put),
            _drain(self._process.stderr, self._last_words.append),
        ]

    @cached_property
    def address(self) -> Address:
        """Where it is, as soon as it is ready; BankError if it never is."""
        try:
            ready = json.loads(self._lines.get(timeout=START_LIMIT))
            return Address(ready["url"], ready["token"])
        except (queue.Empty, ValueError, KeyError):
            self.stop()
            raise BankError(
                f"the mock bank did not start. {self._ended('en')}",
                f"모의은행이 시작되지 않았습니다. {self._ended('ko')}",
            ) from None

    @property
    def last_words(self) -> str:
        """How it ended, and the last lines that it wrote to stderr."""
        return self._ended(spoken())

    def _ended(self, language: str) -> str:
        code = self._process.poll()
        ending = (
            f"종료 코드 {code}, 마지막 출력:" if language == "ko" else f"Exit code {code}; its last words:"
        )
        return "\n".join([ending, *filter(None, self._last_words)])

    @property
    def pid(self) -> int:
        """The process's number, for whoever measures it."""
        return self._process.pid

    def died(self) -> bool:
        """Whether the process has ended."""
        if self._process.poll() is None:
            return False
        self._hear_out()
        return True

    def ask_to_end(self) -> None:
        """Have the process end, and its worlds with it, without waiting for that."""
        self._process.terminate()

    def stop(self) -> None:
        """End the process, and with it its worlds."""
        self.ask_to_end()
        try:
            self._process.wait(STOP_LIMIT)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._hear_out()

    def _hear_out(self) -> None:
        for reader in self._readers:
            reader.join(STOP_LIMIT)
        assert self._process.stdin
        self._process.stdin.close()


def _drain(stream: IO[str], sink: Callable[[str], object]) -> threading.Thread:
    """Read a pipe to its end: a full one would stop the server. An empty line stands for the end."""

    def read() -> None:
        with stream:
            for line in stream:
                sink(line.rstrip("\n"))
        sink("")

    thread = threading.Thread(target=read, daemon=True)
    thread.start()
    return thread


def _refusal(answer: dict[str, Any], request: str) -> BankError:
    """The bank's own reason, for people; a note tells whoever reads the traceback what was asked of it."""
    reason = answer.get("error", request)
    error = BankError(reason, answer.get("ko", reason))
    error.add_note(request)
    return error


def elsewhere(url: str) -> str | None:
    """The name or address of the machine that a bank's address names, unless that is this one."""
    host = _control_url(url).host
    return None if host == "127.0.0.1" else host


def _control_url(url: str) -> httpx.URL:
    try:
        control = httpx.URL(url)
        # Not every system resolves localhost for Python.
        host = "127.0.0.1" if control.host in ("localhost", "") else control.host
        return control.copy_with(host=host, path="/control/")
    except httpx.InvalidURL:
        raise BankError(
            f"{url!r} is no address of a mock bank; it printed one when it started",
            f"{url!r}: 모의은행 주소가 아닙니다. 모의은행이 시작할 때 표시한 주소를 적으세요",
        ) from None


class Bank:
    """A running mock bank, through its control API."""

    def __init__(self, address: Address) -> None:
        self.url = address.url
        url = _control_url(address.url)
        self.machine = url.host
        # trust_env: a proxy has no business between us and a test bank.
        self._client = httpx.Client(
            base_url=url,
            headers={
                "Authorization": f"Bearer {address.token}",
                # Wherever a bank is, its worlds are below localhost: browsers take their pages for secure.
                "Host": url.copy_with(host="localhost").netloc.decode(),
            },
            timeout=ANSWER_LIMIT,
            trust_env=False,
        )

    def check(self) -> None:
        """Raise BankError unless a mock bank answers here and takes the token."""
        self.get("worlds")

    def defect(self) -> str | None:
        """The known bug that this bank was started with, if any."""
        found: str | None = self.get("defect").get("defect")
        return found

    def answers(self) -> bool:
        """Whether anything answers at the bank's address."""
        try:
            self._send("GET", "worlds")
        except BankGone:
            return False
        return True

    def get(self, path: str) -> Any:
        """The JSON at /control/`path`; BankError if the bank refuses, as for the methods below."""
        return self._json(self._call("GET", path))

    def post(self, path: str, body: dict[str, Any]) -> Any:
        """What the bank answers to `body` at /control/`path`."""
        return self._json(self._call("POST", path, body))

    def delete(self, path: str) -> None:
        """Delete what is at /control/`path`."""
        self._call("DELETE", path)

    def download(self, path: str) -> bytes:
        """The file at /control/`path`."""
        return self._call("GET", path).content

    def close(self) -> None:
        """Let go of the connections; the bank goes on."""
        self._client.close()

    def _call(self, method: str, path: str, body: dict[str, Any] | None = None) -> httpx.Response:
        response = self._send(method, path, body)
        if response.status_code == httpx.codes.UNAUTHORIZED:
            raise BankError(
                f"the mock bank at {self.url} refused the token; it printed the right one when it started: "
                "give it with --bank-token or RENEWAL_BANK_TOKEN",
                f"모의은행({self.url})이 토큰을 받아들이지 않았습니다. 모의은행이 시작할 때 표시한 토큰을 "
                "--bank-token이나 RENEWAL_BANK_TOKEN으로 알려 주세요",
            )
        if response.is_error:
            raise _refusal(self._json(response), f"{method} {path}: {response.status_code}")
        return response

    def _send(self, method: str, path: str, body: dict[str, Any] | None = None) -> httpx.Response:
        try:
            return self._client.request(method, path, json=body)
        except httpx.TransportError as error:
            raise BankGone(
                f"no mock bank answers at {self.url} ({error}); is it running?",
                f"{self.url}에서 응답하는 모의은행이 없습니다 ({error}). 모의은행이 실행 중인지 확인하세요",
            ) from None

    def _json(self, response: httpx.Response) -> Any:
        try:
            return response.json()
        except ValueError:
            status = response.status_code
            raise BankError(
                f"{self.url} answered {status} and no JSON; is it a mock bank?",
                f"{self.url}의 응답({status})이 JSON이 아닙니다. 모의은행 주소가 맞는지 확인하세요",
            ) from None
