// Made by `npm run generate` from the contract: do not edit.

package io.planbok.customercustody;

/** Values of the contract. More may come: accept what is not here. */
public final class TokenStandard {
    public static final String NATIVE = "native";
    public static final String ERC20 = "erc20";
    public static final String ERC721 = "erc721";
    public static final String ERC1155 = "erc1155";
    public static final String FUNGIBLE = "fungible";
    public static final String FUNGIBLE_ASSET = "fungible_asset";
    public static final String NON_FUNGIBLE = "non_fungible";
    public static final String NEP141 = "nep141";
    public static final String NEP171 = "nep171";
    public static final String CW20 = "cw20";
    public static final String CW721 = "cw721";
    public static final String PSP22 = "psp22";
    public static final String PSP34 = "psp34";

    private TokenStandard() {}
}
