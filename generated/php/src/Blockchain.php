<?php

// Made by `npm run generate` from the contract: do not edit.

declare(strict_types=1);

namespace Planbok\CustomerCustody;

/** Values of the contract. More may come: accept what is not here. */
final class Blockchain
{
    public const ETH = 'ETH';
    public const ETH_SEPOLIA = 'ETH-SEPOLIA';
    public const BASE = 'BASE';
    public const BASE_SEPOLIA = 'BASE-SEPOLIA';
    public const POL = 'POL';
    public const POL_AMOY = 'POL-AMOY';
    public const BSC = 'BSC';
    public const ARB = 'ARB';
    public const ARB_SEPOLIA = 'ARB-SEPOLIA';
    public const OP = 'OP';
    public const OP_SEPOLIA = 'OP-SEPOLIA';
    public const CELO = 'CELO';
    public const SCR = 'SCR';
    public const CRO_EVM = 'CRO-EVM';
    public const BTC = 'BTC';
    public const BTC_TESTNET = 'BTC-TESTNET';
    public const SOL = 'SOL';
    public const SOL_TESTNET = 'SOL-TESTNET';
    public const NEAR = 'NEAR';
    public const NEAR_TESTNET = 'NEAR-TESTNET';
    public const ATOM = 'ATOM';
    public const ATOM_TESTNET = 'ATOM-TESTNET';
    public const OSMO = 'OSMO';
    public const JUNO = 'JUNO';
    public const DOT = 'DOT';
    public const DOT_PASEO = 'DOT-PASEO';
}
