// Made by `npm run generate` from the contract: do not edit.

package io.planbok.customercustody;

/** Values of the contract. More may come: accept what is not here. */
public final class Blockchain {
    public static final String ETH = "ETH";
    public static final String ETH_SEPOLIA = "ETH-SEPOLIA";
    public static final String BASE = "BASE";
    public static final String BASE_SEPOLIA = "BASE-SEPOLIA";
    public static final String POL = "POL";
    public static final String POL_AMOY = "POL-AMOY";
    public static final String BSC = "BSC";
    public static final String ARB = "ARB";
    public static final String ARB_SEPOLIA = "ARB-SEPOLIA";
    public static final String OP = "OP";
    public static final String OP_SEPOLIA = "OP-SEPOLIA";
    public static final String CELO = "CELO";
    public static final String SCR = "SCR";
    public static final String CRO_EVM = "CRO-EVM";
    public static final String BTC = "BTC";
    public static final String BTC_TESTNET = "BTC-TESTNET";
    public static final String SOL = "SOL";
    public static final String SOL_TESTNET = "SOL-TESTNET";
    public static final String NEAR = "NEAR";
    public static final String NEAR_TESTNET = "NEAR-TESTNET";
    public static final String ATOM = "ATOM";
    public static final String ATOM_TESTNET = "ATOM-TESTNET";
    public static final String OSMO = "OSMO";
    public static final String JUNO = "JUNO";
    public static final String DOT = "DOT";
    public static final String DOT_PASEO = "DOT-PASEO";

    private Blockchain() {}
}
