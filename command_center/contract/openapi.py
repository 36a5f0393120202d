"""The contract as an OpenAPI 3.1 document: what the gateway takes, and as webhooks what it sends.

Made of the very types that read the records, so that it cannot say anything else.
"""

from __future__ import annotations

import json
from functools import cache
from typing import Any, get_args

import msgspec

from command_center.contract.examples import MESSAGES, RECORDS
from command_center.contract.messages import Message
from command_center.contract.page import MAX_BYTES
from command_center.contract.records import VERSION, Record, ReportRecord, ReportUpdateRecord

REF = "#/components/schemas/{name}"
MOST_RECORDS = 5_000
_REFUSALS = {
    "400": "The body is cut off or not UTF-8.",
    "401": "The key is unknown, the signature wrong, or its time more than 300 s from ours.",
    "403": "For another room: nothing of an exercise or a test enters the live room.",
    "408": "The body took too long to arrive.",
    "409": "This signature came before, or the same idempotency key is being worked on.",
    "413": f"More than {MAX_BYTES} bytes; nothing was read.",
    "415": "Not application/json, or encoded.",
    "429": "Too many records or refused requests; `Retry-After` says when to go on.",
    "503": "The room cannot store now; nothing is stored. Send the same again.",
}
_STORED = {
    "202": "Committed: at least one record is stored that was not here before.",
    "200": "Committed: every record was here before, or there was none.",
    "422": "No record is taken. With `outcomes` each reason; with `error` it is no contract page.",
}
_OUTCOME = {
    "type": "object",
    "required": ["id", "outcome"],
    "properties": {
        "id": {"type": "string", "description": "The record's own; empty where it has none."},
        "outcome": {
            "enum": ["stored", "known", "refused", "conflicting"],
            "description": "`known`: stored before. `conflicting`: the id was used for other"
            " content; both are kept, the first one counts. `refused`: kept for us to look at.",
        },
        "reason": {"type": "string"},
        "number": {"type": "integer", "description": "Our number of the incident, of its day."},
    },
}
_COUNT = {"type": "integer", "minimum": 0}


@cache
def document() -> bytes:
    """UTF-8 JSON; docs/openapi.json is the same."""
    return json.dumps(_document(), ensure_ascii=False, indent=1).encode() + b"\n"


def _document() -> dict[str, Any]:
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Pusat Komando",
            "version": "1",
            "summary": f"Contract {VERSION}",
            "description": "Signature = hexadecimal HMAC-SHA256 with the source's secret over"
            " METHOD, PATH, Signed-At, Idempotency-Key (empty without one), each followed by one"
            " line feed, and then the body as sent.",
        },
        "paths": {
            "/v1/reports": {"post": _post("report", "Reports and what follows them")},
            "/v1/records": {"post": _post("", "Records of any type")},
            "/v1/openapi.json": {"get": _get("This document", {"type": "object"}, {})},
            "/v1/public": {"get": _public()},
            "/health": {"get": _health()},
        },
        "webhooks": {name: {"post": _webhook(name)} for name in MESSAGES},
        "components": {"schemas": _schemas(), "securitySchemes": _security()},
        "security": [{"sourceKey": [], "signedAt": [], "signature": []}],
    }


def _schemas() -> dict[str, Any]:
    types: list[Any] = [*get_args(Record), *get_args(Message)]
    _, found = msgspec.json.schema_components(types, ref_template=REF)
    for one in found.values():
        one.pop("title", None)
    reports = [ReportRecord.__name__, ReportUpdateRecord.__name__]
    return dict(found) | {
        "Record": _any_of([one.__name__ for one in get_args(Record)]),
        "Report": _any_of(reports),
        "Records": _page("Record"),
        "Reports": _page("Report"),
        "Outcome": _OUTCOME,
        "Outcomes": {
            "type": "object",
            "required": ["stored", "known", "refused", "conflicting", "outcomes"],
            "properties": {
                **dict.fromkeys(("stored", "known", "refused", "conflicting"), _COUNT),
                "outcomes": {"type": "array", "items": _ref("Outcome")},
            },
        },
        "Refusal": {
            "type": "object",
            "required": ["error"],
            "properties": {
                "error": {
                    "type": "object",
                    "required": ["code"],
                    "properties": {"code": {"type": "string"}, "detail": {"type": "string"}},
                }
            },
        },
    }


def _ref(name: str) -> dict[str, str]:
    return {"$ref": REF.format(name=name)}


def _any_of(names: list[str]) -> dict[str, Any]:
    return {"oneOf": [_ref(name) for name in names], "discriminator": {"propertyName": "type"}}


def _page(record: str) -> dict[str, Any]:
    """What is refused by itself is no reason to refuse the page, and so not said of it here."""
    return {
        "type": "object",
        "required": ["contract", "records"],
        "properties": {
            "contract": {"const": VERSION},
            "room": {"enum": ["live", "exercise", "test"], "default": "live"},
            "records": {"type": "array", "maxItems": MOST_RECORDS, "items": _ref(record)},
        },
    }


def _post(only: str, summary: str) -> dict[str, Any]:
    one, page = ("Report", "Reports") if only else ("Record", "Records")
    shown = {name: r for name, r in RECORDS.items() if name.startswith(only)}
    examples: dict[str, Any] = {name: {"value": example} for name, example in shown.items()}
    batch: dict[str, Any] = {"contract": VERSION, "room": "live", "records": list(shown.values())}
    examples["batch"] = {"value": batch}
    body = {"schema": {"anyOf": [_ref(one), _ref(page)]}, "examples": examples}
    outcomes: dict[str, Any] = dict.fromkeys(("202", "200"), _ref("Outcomes"))
    outcomes["422"] = {"anyOf": [_ref("Outcomes"), _ref("Refusal")]}
    answers = {code: _answer(text, outcomes[code]) for code, text in _STORED.items()}
    answers |= {code: _answer(text, _ref("Refusal")) for code, text in _REFUSALS.items()}
    return {
        "operationId": "postReports" if only else "postRecords",
        "summary": summary,
        "description": "One record, or a page of them. Answered after the commit.",
        "parameters": [
            _header("Idempotency-Key", {"type": "string", "maxLength": 200, "pattern": _VISIBLE}),
            _header("Room", {"enum": ["live", "exercise", "test"]}),
        ],
        "requestBody": {"required": True, "content": {"application/json": body}},
        "responses": dict(sorted(answers.items())),
    }


_VISIBLE = "^[!-~]*$"


def _header(name: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {"name": name, "in": "header", "required": False, "schema": schema}


def _answer(text: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {"description": text, "content": {"application/json": {"schema": schema}}}


def _get(summary: str, schema: dict[str, Any], more: dict[str, Any]) -> dict[str, Any]:
    return {"summary": summary, "security": [], "responses": {"200": _answer("", schema), **more}}


def _health() -> dict[str, Any]:
    state = {"type": "object", "properties": {"state": {"enum": ["ok", "down"]}}}
    return _get("Whether the room stores", state, {"503": _answer("It does not.", state)})


def _public() -> dict[str, Any]:
    text, when = {"type": "string"}, {"type": "string", "format": "date-time"}
    count = {"area": text, "name": text, "category": text, "count": {"type": "integer"}}
    kinds = {"enum": ["road_closed", "flood", "crowd", "fire", "other"]}
    words = {"id": text, "kind": kinds, "title": text, "text": text, "area": text}
    until = {"type": ["string", "null"], "format": "date-time"}
    notice = {**words, "from": when, "until": until}
    feed = {"feed": {"const": "pusat-komando-public/1"}, "room": text, "as_of": when}
    numbers = {"hours": {"type": "integer"}, "least": {"type": "integer"}}
    lists = {
        name: {"type": "array", "items": {"type": "object", "properties": row}}
        for name, row in (("counts", count), ("notices", notice))
    }
    schema = {"type": "object", "properties": {**feed, **numbers, **lists}}
    summary = "The situation for everybody: counts by kelurahan and category, and public notices"
    return _get(summary, schema, {"404": _answer("This room has none.", {"type": "object"})})


def _webhook(name: str) -> dict[str, Any]:
    types = {str(one.__struct_config__.tag): one.__name__ for one in get_args(Message)}
    body = {"schema": _ref(types[name]), "examples": {name: {"value": MESSAGES[name]}}}
    return {
        "summary": "Posted to {reply_url}/v1/messages, again under the same id until it is heard",
        "requestBody": {"required": True, "content": {"application/json": body}},
        "responses": {"2XX": {"description": "Heard; the same id may come again."}},
    }


def _security() -> dict[str, Any]:
    names = {"sourceKey": "Source-Key", "signedAt": "Signed-At", "signature": "Signature"}
    return {
        key: {"type": "apiKey", "in": "header", "name": header} for key, header in names.items()
    }


if __name__ == "__main__":
    import sys

    sys.stdout.buffer.write(document())
