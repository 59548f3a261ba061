"""Prints as JSON how verify_webhook and verify_return_url judge the vectors of the folder that is named."""

import json
import sys
from pathlib import Path
from typing import Any, Callable, Dict, List

from planbok_customer_custody import VerificationError, verify_return_url, verify_webhook


def judge(file: str, verify: Callable[[Dict[str, Any], Callable[[], float]], Dict[str, Any]]) -> List[Dict[str, Any]]:
    document = json.loads((Path(sys.argv[1]) / file).read_text("utf-8"))
    judgements = []
    for vector in document["vectors"]:
        try:
            judgements.append({"valid": True, **verify(vector, lambda: document["now"])})
        except VerificationError as error:
            judgements.append({"valid": False, "reason": error.reason})
    return judgements


def webhook(vector: Dict[str, Any], now: Callable[[], float]) -> Dict[str, Any]:
    verified = verify_webhook(vector["body"].encode(), vector["headers"], vector["secrets"], now=now)
    return {"event": verified.event, "known": verified.known}


def return_url(vector: Dict[str, Any], now: Callable[[], float]) -> Dict[str, Any]:
    verified = verify_return_url(vector["url"], vector["secrets"], now=now)
    state = {} if verified.state is None else {"state": verified.state}
    return {"challengeId": verified.challenge_id, "status": verified.status, **state}


print(json.dumps({"webhooks": judge("webhooks.json", webhook), "returnUrls": judge("return-urls.json", return_url)}))
