<?php

// Made by `npm run generate` from the contract: do not edit.

declare(strict_types=1);

namespace Planbok\CustomerCustody;

/** Values of the contract. More may come: accept what is not here. */
final class ChallengeTask
{
    public const INITIALIZE = 'initialize';
    public const RECOVERY = 'recovery';
    public const UPDATE_PIN = 'update-pin';
    public const RESET_PIN = 'reset-pin';
    public const CREATE_WALLET = 'create-wallet';
    public const TRANSFER = 'transfer';
    public const CONTRACT_EXECUTION = 'contract-execution';
    public const SIGN_MESSAGE = 'sign-message';
    public const SIGN_TYPED_DATA = 'sign-typed-data';
    public const SIGN_TRANSACTION = 'sign-transaction';
    public const SIGN_DELEGATE_ACTION = 'sign-delegate-action';
    public const EXPORT_PRIVATE_KEYS = 'export-private-keys';
    public const CANCEL_TRANSACTION = 'cancel-transaction';
    public const ACCELERATE_TRANSACTION = 'accelerate-transaction';
}
