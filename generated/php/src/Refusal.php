<?php

declare(strict_types=1);

namespace Planbok\CustomerCustody;

/** Why a webhook or a return is not to be trusted. */
enum Refusal: string
{
    case MissingHeader = 'missing_header';
    case MissingParameter = 'missing_parameter';
    case RepeatedParameter = 'repeated_parameter';
    case MalformedParameter = 'malformed_parameter';
    case MalformedTimestamp = 'malformed_timestamp';
    case TooOld = 'too_old';
    case FromFuture = 'from_future';
    case UnknownScheme = 'unknown_scheme';
    case MalformedSignature = 'malformed_signature';
    case WrongSignature = 'wrong_signature';
    case MalformedBody = 'malformed_body';
}
