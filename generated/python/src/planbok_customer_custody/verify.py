"""Whether a webhook, or a browser that comes back, is the API's."""

from __future__ import annotations

import hmac
import json
import re
import time
from dataclasses import dataclass
from datetime import datetime, timezone
from typing import Any, Callable, Dict, Iterable, List, Optional, Protocol, Sequence, Tuple, Type, TypeVar, Union, cast
from urllib.parse import parse_qsl

from .client import decode
from .contract import EVENTS

Event = TypeVar("Event")

Secrets = Union[str, Sequence[str]]
"""A secret, or several while one takes the place of another."""


class Headers(Protocol):
    """The headers of a request: a dictionary, or what any framework has."""

    def items(self) -> Iterable[Tuple[str, str]]: ...


_HMAC = re.compile(r"[0-9a-f]{64}")
_RETURN_PARAMETERS = ("challengeId", "status", "timestamp", "signature")


class VerificationError(Exception):
    """It is not to be trusted: answer with 4xx, and tell the caller nothing of why. `reason` is one of `missing_header`,
    `unknown_scheme`, `malformed_body` (webhooks), `missing_parameter`, `repeated_parameter`, `malformed_parameter` (returns),
    `malformed_timestamp`, `too_old`, `from_future`, `malformed_signature`, `wrong_signature` (both)."""

    def __init__(self, reason: str, message: str) -> None:
        super().__init__(f"{reason}: {message}")
        self.reason = reason


@dataclass(frozen=True)
class VerifiedWebhook:
    """A genuine event. Events come at least once: remember `idempotency_key`, and do nothing when it comes again."""

    event: str
    """Its name, such as `transaction.confirmed`."""
    known: bool
    """Whether the contract had it when this client was made. Ignore one that came later, and answer with 2xx."""
    body: Dict[str, Any]
    """The whole event, as it was sent."""
    signed_at: datetime

    @property
    def data(self) -> Dict[str, Any]:
        """What happened, with the names of the wire: `data["transactionId"]`."""
        return cast(Dict[str, Any], self.body.get("data", {}))

    @property
    def idempotency_key(self) -> str:
        return cast(str, self.body.get("idempotencyKey", ""))

    def read_as(self, type_: Type[Event]) -> Event:
        """The whole event, typed: `webhook.read_as(TransactionConfirmedEvent).data.transaction_id`."""
        return cast(Event, decode(type_, self.body))


@dataclass(frozen=True)
class VerifiedReturnUrl:
    """What the Gateway says of a challenge: a hint that can be trusted at once. What counts is the challenge as the API
    reads it."""

    challenge_id: str
    status: str
    """`verified` or `failed`."""
    state: Optional[str]
    """The `state` of your request, if it had one. Compare it with the one that this user was sent away with: the signature
    does not tell whose browser it is."""
    signed_at: datetime


def verify_webhook(
    raw_body: Union[bytes, str],
    headers: Headers,
    secrets: Secrets,
    *,
    now: Callable[[], float] = time.time,
    tolerance: float = 300,
) -> VerifiedWebhook:
    """Verifies that a request to your webhook endpoint is the API's, and reads its event.

    `raw_body` is what came over the wire, before any parser; `headers` are those of any framework, in any case. While a
    secret is rotated, give the new one and the old one. `now`, in Unix seconds, may be `tolerance` seconds from the time of
    the signature. Raises VerificationError.
    """
    keys = _keys(secrets)
    body = raw_body.encode() if isinstance(raw_body, str) else bytes(raw_body)
    lower: Dict[str, str] = {}
    for name, value in headers.items():
        lower[name.lower()] = f"{lower[name.lower()]}, {value}" if name.lower() in lower else value
    for name in ("X-Webhook-Timestamp", "X-Webhook-Signature"):
        if name.lower() not in lower:
            raise VerificationError("missing_header", f"The header {name} is missing.")
    timestamp = lower["x-webhook-timestamp"]
    signed_at = _signed_at(timestamp, now(), tolerance)
    scheme, _, signature = lower["x-webhook-signature"].partition("=")
    if scheme != "sha256":
        raise VerificationError("unknown_scheme", "The signature is not of the scheme sha256.")
    _check_form(signature)
    # While a secret is rotated, the one before signs too.
    scheme, _, previous = lower.get("x-webhook-signature-previous", "").partition("=")
    signatures = [signature, previous] if scheme == "sha256" and _HMAC.fullmatch(previous) else [signature]
    if not _is_signed(timestamp.encode() + b"." + body, signatures, keys):
        message = "The signature is of another body, or made with another secret. It is over the bytes as they came."
        raise VerificationError("wrong_signature", message)
    event = _event(body)
    return VerifiedWebhook(event=event["event"], known=event["event"] in EVENTS, body=event, signed_at=signed_at)


def verify_return_url(
    url: str,
    secrets: Secrets,
    *,
    now: Callable[[], float] = time.time,
    tolerance: float = 300,
) -> VerifiedReturnUrl:
    """Verifies that a browser that comes back was sent by the Gateway, and reads what it brings.

    `url` is that of the request: whole, or its path and query. Raises VerificationError.
    """
    keys = _keys(secrets)
    query: Dict[str, List[str]] = {}
    for name, value in parse_qsl(url.partition("#")[0].partition("?")[2], keep_blank_values=True):
        query.setdefault(name, []).append(value)
    for name in (*_RETURN_PARAMETERS, "state"):
        values = query.get(name, [])
        if len(values) > 1:
            raise VerificationError("repeated_parameter", f"The parameter {name} is there {len(values)} times.")
        if not values and name != "state":
            raise VerificationError("missing_parameter", f"The parameter {name} is missing.")
    challenge_id, status, timestamp, signature = (query[name][0] for name in _RETURN_PARAMETERS)
    state = query.get("state", [""])[0]
    # What is signed is joined by dots: only parts without one can be told apart.
    if not re.fullmatch(r"[0-9a-f]{24}", challenge_id) or status not in ("verified", "failed"):
        message = "The challengeId is not 24 hexadecimal digits, or the status is neither verified nor failed."
        raise VerificationError("malformed_parameter", message)
    signed_at = _signed_at(timestamp, now(), tolerance)
    _check_form(signature)
    # A server may have decoded with surrogates what is no UTF-8.
    if not _is_signed(f"{timestamp}.{challenge_id}.{status}.{state}".encode("utf-8", "replace"), [signature], keys):
        raise VerificationError("wrong_signature", "The signature is of other values, or made with another secret.")
    return VerifiedReturnUrl(challenge_id=challenge_id, status=status, state=state or None, signed_at=signed_at)


def _keys(secrets: Secrets) -> List[bytes]:
    given = [secrets] if isinstance(secrets, str) else list(secrets or [])
    if not given or not all(given):
        # Anybody could sign with that.
        raise ValueError("A webhook secret is missing or empty. Look at where it is read from.")
    return [secret.encode() for secret in given]


def _signed_at(timestamp: str, now: float, tolerance: float) -> datetime:
    if not re.fullmatch(r"[0-9]{10,11}", timestamp):
        raise VerificationError("malformed_timestamp", "The timestamp is not in Unix seconds.")
    age = now - int(timestamp)
    if age > tolerance:
        raise VerificationError("too_old", f"It was signed {age:.0f} seconds ago, more than {tolerance:.0f}: it may be a replay.")
    if age < -tolerance:
        raise VerificationError("from_future", f"It was signed {-age:.0f} seconds in the future. Look at this machine's clock.")
    return datetime.fromtimestamp(int(timestamp), timezone.utc)


def _check_form(signature: str) -> None:
    if not _HMAC.fullmatch(signature):
        raise VerificationError("malformed_signature", "The signature is not 64 lower-case hexadecimal digits.")


def _is_signed(message: bytes, signatures: List[str], keys: List[bytes]) -> bool:
    expected = [hmac.new(key, message, "sha256").hexdigest() for key in keys]
    return any(hmac.compare_digest(one, other) for one in expected for other in signatures)


def _event(body: bytes) -> Dict[str, Any]:
    try:
        event = json.loads(body.decode("utf-8"), parse_constant=_refuse_constant)
    except ValueError:
        event = None
    if not isinstance(event, dict) or not isinstance(event.get("event"), str):
        raise VerificationError("malformed_body", "The body is signed, but is no event.")
    return event


def _refuse_constant(name: str) -> Any:
    # Python takes NaN and Infinity, which JSON does not have.
    raise ValueError(name)
