<?php

// Made by `npm run generate` from the contract: do not edit.

declare(strict_types=1);

namespace Planbok\CustomerCustody;

/** Values of the contract. More may come: accept what is not here. */
final class TokenStandard
{
    public const NATIVE = 'native';
    public const ERC20 = 'erc20';
    public const ERC721 = 'erc721';
    public const ERC1155 = 'erc1155';
    public const FUNGIBLE = 'fungible';
    public const FUNGIBLE_ASSET = 'fungible_asset';
    public const NON_FUNGIBLE = 'non_fungible';
    public const NEP141 = 'nep141';
    public const NEP171 = 'nep171';
    public const CW20 = 'cw20';
    public const CW721 = 'cw721';
    public const PSP22 = 'psp22';
    public const PSP34 = 'psp34';
}
