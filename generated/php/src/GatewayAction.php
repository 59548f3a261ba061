<?php

// Made by `npm run generate` from the contract: do not edit.

declare(strict_types=1);

namespace Planbok\CustomerCustody;

/** Values of the contract. More may come: accept what is not here. */
final class GatewayAction
{
    public const SET_PIN = 'set-pin';
    public const SET_RECOVERY = 'set-recovery';
    public const CHANGE_PIN = 'change-pin';
    public const RESET_PIN = 'reset-pin';
    public const CONFIRM = 'confirm';
}
