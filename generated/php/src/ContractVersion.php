<?php

// Made by `npm run generate` from the contract: do not edit.

declare(strict_types=1);

namespace Planbok\CustomerCustody;

/** The version of the contract that this package was made from. */
final class ContractVersion
{
    public const VALUE = '2.0.0';
}
