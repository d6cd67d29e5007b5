"""What can be asked of the control API, and its description for other programs: OpenAPI 3.1."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import JsonSchemaMode, models_json_schema

from mock_bank.control import acts, answers, insight, requests
from mock_bank.control.answers import Answer, Problem
from mock_bank.surroundings import Surroundings

FILE = "application/octet-stream"
ZIP = "application/zip"


@dataclass(frozen=True)
class Operation:
    """A method at an address: `answer` is the body's model, or the media type of a file; None: no body."""

    method: str
    address: str
    view: Callable[..., Any]
    answer: type[Answer] | str | None
    status: int = 200
    body: type[BaseModel] | None = None

    def done(self, named: Mapping[str, str], asked: Any) -> Any:
        """Do it, as asked by a request's body, and return its answer. Raises what refusals.py answers."""
        body = {"body": self.body.model_validate(asked)} if self.body else {}
        return self.view(**named, **body)

    @property
    def summary(self) -> str:
        """What it does, in one sentence."""
        return (self.view.__doc__ or "").split("\n")[0]

    @property
    def path(self) -> str:
        """The address as OpenAPI writes it."""
        return re.sub(r"<(?:path:)?(\w+)>", r"{\1}", self.address)

    @property
    def named(self) -> list[str]:
        """What the address names."""
        return re.findall(r"{(\w+)}", self.path)


WORLD = "/worlds/<world_id>"
OPERATIONS = (
    Operation("GET", "/defect", insight.show_defect, answers.Defect),
    Operation("GET", "/worlds", acts.list_worlds, answers.WorldIds),
    Operation("POST", "/worlds", acts.open_world, answers.WorldState, 201, requests.WorldBody),
    Operation("GET", WORLD, acts.show_world, answers.WorldState),
    Operation("DELETE", WORLD, acts.delete_world, None, 204),
    Operation("POST", f"{WORLD}/clock", acts.move_clock, answers.Time, body=requests.ClockBody),
    Operation("POST", f"{WORLD}/faults", acts.add_fault, answers.WorldState, 201, requests.FaultBody),
    Operation("POST", f"{WORLD}/restart", acts.restart, answers.WorldState),
    Operation("GET", f"{WORLD}/messages", insight.list_messages, answers.Messages),
    Operation("GET", f"{WORLD}/audit", insight.list_audit, answers.Audit),
    Operation("GET", f"{WORLD}/certificates", insight.list_certificates, answers.Certificates),
    Operation(
        "POST",
        f"{WORLD}/certificates/<serial>",
        acts.change_certificate,
        answers.Certificate,
        body=requests.CertificateBody,
    ),
    Operation("GET", f"{WORLD}/store", insight.list_store, answers.Files),
    Operation("GET", f"{WORLD}/store/<path:path>", insight.download_stored, FILE),
    Operation("GET", f"{WORLD}/transfers", insight.list_transfers, answers.Transfers),
    Operation("GET", f"{WORLD}/people/<key>", insight.show_person, answers.Hands),
    Operation(
        "POST", f"{WORLD}/people/<key>", acts.change_person, answers.PersonState, body=requests.PersonBody
    ),
    Operation(
        "POST", f"{WORLD}/places/<place>", acts.change_place, answers.PlaceState, body=requests.PlaceBody
    ),
    Operation(
        "POST", f"{WORLD}/surroundings", acts.change_surroundings, answers.WorldState, body=Surroundings
    ),
    Operation("POST", f"{WORLD}/stages", acts.place_at_stage, answers.StageState, body=requests.StageBody),
    Operation("GET", f"{WORLD}/zip", acts.download_world, ZIP),
)


def described() -> dict[str, Any]:
    """The API as OpenAPI 3.1, made of the models that check the requests and make the answers."""
    bodies: list[tuple[type[BaseModel], JsonSchemaMode]] = [
        (one.body, "validation") for one in OPERATIONS if one.body
    ]
    told: list[tuple[type[BaseModel], JsonSchemaMode]] = [
        (one.answer, "serialization") for one in OPERATIONS if isinstance(one.answer, type)
    ]
    _, schemas = models_json_schema(
        [*bodies, *told, (Problem, "serialization")], ref_template="#/components/schemas/{model}"
    )
    paths: dict[str, dict[str, Any]] = {}
    for one in OPERATIONS:
        paths.setdefault(one.path, {})[one.method.lower()] = _operation(one)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Control API of the mock bank",
            "version": "1",
            "description": "A world is an isolated bank with a clock of its own. Open one, arrange "
            "what is to be, and go to its `bank_url` with any browser. Everybody in it is made up.",
        },
        "servers": [{"url": "/control"}],
        "security": [{"token": []}],
        "paths": paths,
        "components": {
            "schemas": schemas["$defs"],
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
    }


def _operation(one: Operation) -> dict[str, Any]:
    done: dict[str, Any] = {"description": "Done"}
    if isinstance(one.answer, str):
        done["content"] = {one.answer: {}}
    elif one.answer:
        done["content"] = _json(one.answer)
    told = {
        "operationId": one.view.__name__,
        "summary": one.summary,
        "parameters": [
            {"name": name, "in": "path", "required": True, "schema": {"type": "string"}} for name in one.named
        ],
        "responses": {
            str(one.status): done,
            "default": {"description": "Not done, and why", "content": _json(Problem)},
        },
    }
    return told | ({"requestBody": {"required": True, "content": _json(one.body)}} if one.body else {})


def _json(model: type[BaseModel]) -> dict[str, Any]:
    return {"application/json": {"schema": {"$ref": f"#/components/schemas/{model.__name__}"}}}
