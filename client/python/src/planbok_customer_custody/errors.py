"""What a failed call raises."""

from __future__ import annotations

from typing import Any, Dict, List, Optional

import httpx

from .client import ApiError, ErrorDetail


class PlanbokError(ApiError):
    """A call was answered with an error. Decide by `code`, such as `error_codes.CUSTOMER_NOT_FOUND`; `message` is for the
    developer. A call that was not answered raises httpx.TransportError or ApiTimeoutError instead."""

    code: str
    """`invalid_answer` when what answered was not the API: look at `server_url`, and at what stands between."""
    message: str
    request_id: Optional[str]
    """Names the request in the service's logs."""
    details: List[ErrorDetail]
    """The faults of the request, one by one; empty when the fault is not in the request."""
    documentation_url: Optional[str]
    """Where this error is explained."""
    retry_after: Optional[str]
    """How many seconds to wait before the next attempt, where the API says so."""

    def __init__(self, response: httpx.Response) -> None:
        body = _json_object(response)
        super().__init__(str(response.request.url), response.status_code, response.reason_phrase, body)
        self.code = _text(body.get("code")) or "invalid_answer"
        self.message = _text(body.get("message")) or f"The answer with status {self.status} is not one of the API's."
        self.request_id = _text(body.get("requestId")) or response.headers.get("X-Request-Id")
        self.documentation_url = _text(body.get("documentationUrl"))
        self.retry_after = response.headers.get("Retry-After")
        errors = body.get("errors")
        details = errors.get("details") if isinstance(errors, dict) else None
        self.details = [_detail(each) for each in details if isinstance(each, dict)] if isinstance(details, list) else []
        self.args = (f"{self.status} {self.code}: {self.message}",)


def _json_object(response: httpx.Response) -> Dict[str, Any]:
    try:
        body = response.json()
    except ValueError:
        return {}
    return body if isinstance(body, dict) else {}


def _detail(each: Dict[str, Any]) -> ErrorDetail:
    return ErrorDetail(**{name: _text(each.get(name)) or "" for name in ("path", "code", "message")})


def _text(value: Any) -> Optional[str]:
    return value if isinstance(value, str) else None
