"""The client of Planbok Customer Custody: wallets that only their end users can use."""

from . import error_codes as error_codes
from .client import *  # noqa: F403 - every type of the contract
from .clients import create_async_client as create_async_client
from .clients import create_client as create_client
from .contract import CONTRACT_VERSION as CONTRACT_VERSION
from .errors import PlanbokError as PlanbokError
from .verify import VerificationError as VerificationError
from .verify import VerifiedReturnUrl as VerifiedReturnUrl
from .verify import VerifiedWebhook as VerifiedWebhook
from .verify import verify_return_url as verify_return_url
from .verify import verify_webhook as verify_webhook
