"""Reads the challenges that are given as JSON, and prints as JSON the name of the type of each result."""

import json
import sys

from planbok_customer_custody import Challenge, decode

results = [decode(Challenge, challenge).result for challenge in json.loads(sys.argv[1])]
print(json.dumps(["as it is" if isinstance(result, dict) else type(result).__name__ for result in results]))
