"""Makes calls to the server that is named, and prints as JSON what came of each."""

import asyncio
import json
import sys
from dataclasses import replace
from typing import Any, Callable, Dict

import httpx

from planbok_customer_custody import (
    CreateCustomerRequest, PlanbokError, UpdateCustomerRequest, ValidateAddressRequest, create_async_client, create_client,
    verify_webhook,
)

server_url, id = sys.argv[1:]
planbok = create_client("pk_test", server_url)
address = ValidateAddressRequest(address="0x70997970C51812dc3A010C7d01b50e0d17dc79C8", blockchain="ETH")
outcomes: Dict[str, Any] = {}


def attempt(name: str, call: Callable[[], Any]) -> None:
    try:
        outcomes[name] = call()
    except PlanbokError as error:
        outcomes[name] = f"{error.status} {error.code}"
    except httpx.TransportError:
        outcomes[name] = "no answer"
    except ValueError as error:
        outcomes[name] = str(error)


keyed = CreateCustomerRequest("Own key", idempotency_key="0b8a2f6e-6d6f-4c57-9a55-3a8a3fbd8f01")
attempt("create", lambda: planbok.create_customer(CreateCustomerRequest("Ada Lovelace")).data.id)
attempt("createWithOwnKey", lambda: planbok.create_customer(keyed).data.id)
attempt("createAsync", lambda: asyncio.run(create_async_client("pk_test", server_url).create_customer(replace(keyed, name="Async"))).data.id)
attempt("inProgress", lambda: planbok.create_customer(replace(keyed, name="In progress")).data.id)
attempt("cutOff", lambda: planbok.create_customer(replace(keyed, name="Cut off")).data.id)
attempt("lost", lambda: planbok.validate_address(replace(address, address="lost")))
attempt("oddError", lambda: planbok.list_transactions())
attempt("oddErrorWithoutCode", lambda: planbok.list_webhook_endpoints())
attempt("printed", lambda: repr(planbok))
attempt("inAnHour", lambda: planbok.list_tokens())
attempt("pageOfAProxy", lambda: planbok.list_chains())
attempt("redirectAsync", lambda: asyncio.run(create_async_client("pk_test", server_url).get_wallet(id)))
attempt("postWithoutKey", lambda: planbok.validate_address(address))
# The generator offers a key for every call; a PATCH takes none.
attempt("patch", lambda: planbok.update_customer(id, UpdateCustomerRequest(name="Ada King"), idempotency_key="mine"))
attempt("unknownStatus", lambda: planbok.get_challenge(id, id).data.status)
attempt("notTheApi", lambda: create_client("pk_test", server_url, retries=0).get_health())
attempt("redirect", lambda: planbok.get_wallet(id))
attempt("redirectNowhere", lambda: planbok.list_wallets())
follower = httpx.Client(follow_redirects=True)
attempt("redirectOfMyHttpClient", lambda: create_client("pk_test", server_url, http_client=follower).get_wallet(id))
attempt("noApiKey", lambda: create_client("", server_url))
attempt("badApiKey", lambda: create_client("pk_hidden\n", server_url))
attempt("noSecret", lambda: verify_webhook(b"", {}, []))
attempt("emptySecret", lambda: verify_webhook(b"", {}, ["whsec", ""]))
attempt("nullSecret", lambda: verify_webhook(b"", {}, [None]))
print(json.dumps(outcomes))
