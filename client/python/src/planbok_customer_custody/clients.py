"""A client with what every program needs: the API key, idempotency keys, retries, errors by code."""

from __future__ import annotations

import re
import uuid
from typing import Any, Dict, Optional

import httpx

from .client import AsyncClient, Client
from .contract import CONTRACT_VERSION, KEYED_OPERATIONS
from .errors import PlanbokError

_KEY_HEADER = "Idempotency-Key"


def create_client(
    api_key: str,
    server_url: str = "https://api.planbok.io",
    *,
    timeout: float = 30.0,
    retries: int = 4,
    http_client: Optional[httpx.Client] = None,
) -> Client:
    """Makes a client. Keep the API key on your backend: whoever holds it can ask for challenges in your name.

    An attempt may take `timeout` seconds. Lost connections, 429 and 5xx are repeated up to `retries` times, with growing
    waits or as long as the answer says, a minute at most: GET, PUT, DELETE, and each POST that takes an idempotency key.
    That key is drawn for every call, and is the same in all its attempts; give your own as the body's `idempotency_key` to be
    able to repeat the call after a crash. A PATCH, or a POST without a key, is sent once.

    A failed call raises PlanbokError.
    """
    return Client(server_url, **_options(api_key, timeout, retries), http_client=http_client)


def create_async_client(
    api_key: str,
    server_url: str = "https://api.planbok.io",
    *,
    timeout: float = 30.0,
    retries: int = 4,
    http_client: Optional[httpx.AsyncClient] = None,
) -> AsyncClient:
    """The same as create_client, for asyncio."""
    return AsyncClient(server_url, **_options(api_key, timeout, retries), http_client=http_client)


def _options(api_key: str, timeout: float, retries: int) -> Dict[str, Any]:
    # A line break would have httpx tell the key in its error.
    if not re.fullmatch(r"[\x21-\x7e]+", api_key or ""):
        raise ValueError("The API key is missing or empty, or has characters that no key has. Look at where it is read from.")
    return {
        "auth": {"apiKey": {"apiKey": api_key}},
        "headers": {"User-Agent": f"planbok-customer-custody-python/{CONTRACT_VERSION}"},
        "timeout": timeout,
        "retry": {"retries": retries, "retry_delay": 0.5},
        "middleware": [{"on_request": _give_key, "on_settled": _raise_error}],
    }


def _give_key(context: Dict[str, Any]) -> None:
    # The generated client would give a key to every POST and PATCH, and repeat those that take none.
    headers = context["headers"]
    given = [headers.pop(name) for name in list(headers) if name.lower() == _KEY_HEADER.lower()]
    if context["operation"]["id"] not in KEYED_OPERATIONS:
        return
    body = context["body"]
    own = body.get("idempotencyKey") if isinstance(body, dict) else None
    headers[_KEY_HEADER] = next(iter(given), own) or str(uuid.uuid4())


def _raise_error(_context: Dict[str, Any], call: Dict[str, Any]) -> None:
    response = call["response"]
    if call["error"] is not None or response is None:
        return
    # A proxy may answer with a page of its own, and call that a success.
    is_json = response.headers.get("Content-Type", "").startswith("application/json")
    if not (response.is_success and is_json):
        raise PlanbokError(response)
