/** How a chain forms its addresses and transactions. */
export type ChainFamily = 'evm' | 'bitcoin' | 'solana' | 'near' | 'cosmos' | 'substrate';

export type Curve = 'secp256k1' | 'ed25519';

export interface NativeToken {
  symbol: string;
  name: string;
  decimals: number;
}

export interface Chain {
  id: string;
  name: string;
  family: ChainFamily;
  curve: Curve;
  testnet: boolean;
  nativeToken: NativeToken;
  /** EIP-155 chain id; EVM only. */
  chainId?: number;
  /** SLIP-44 coin type; every EVM chain derives under Ether's, so that they share one address. */
  coinType: number;
  /** False for the chains that the service lists but does not open to the public. */
  enabled: boolean;
}

const ether: NativeToken = { symbol: 'ETH', name: 'Ether', decimals: 18 };
const bitcoin: NativeToken = { symbol: 'BTC', name: 'Bitcoin', decimals: 8 };
const sol: NativeToken = { symbol: 'SOL', name: 'Solana', decimals: 9 };
const near: NativeToken = { symbol: 'NEAR', name: 'NEAR', decimals: 24 };
const atom: NativeToken = { symbol: 'ATOM', name: 'Cosmos Hub', decimals: 6 };

function evm(id: string, name: string, chainId: number, nativeToken: NativeToken, testnet = false): Chain {
  return { id, name, family: 'evm', curve: 'secp256k1', testnet, nativeToken, chainId, coinType: 60, enabled: true };
}

function other(
  family: ChainFamily,
  curve: Curve,
  id: string,
  name: string,
  coinType: number,
  nativeToken: NativeToken,
  testnet = false,
): Chain {
  // Cosmos and Substrate are in the service's list, but disabled for public use.
  const enabled = family !== 'cosmos' && family !== 'substrate';
  return { id, name, family, curve, testnet, nativeToken, coinType, enabled };
}

/** Every chain of the service, in the order in which they are shown. */
export const chains: readonly Chain[] = [
  evm('ETH', 'Ethereum', 1, ether),
  evm('ETH-SEPOLIA', 'Ethereum Sepolia', 11155111, ether, true),
  evm('BASE', 'Base', 8453, ether),
  evm('BASE-SEPOLIA', 'Base Sepolia', 84532, ether, true),
  evm('POL', 'Polygon', 137, { symbol: 'POL', name: 'Polygon Ecosystem Token', decimals: 18 }),
  evm('POL-AMOY', 'Polygon Amoy', 80002, { symbol: 'POL', name: 'Polygon Ecosystem Token', decimals: 18 }, true),
  evm('BSC', 'BNB Smart Chain', 56, { symbol: 'BNB', name: 'BNB', decimals: 18 }),
  evm('ARB', 'Arbitrum One', 42161, ether),
  evm('ARB-SEPOLIA', 'Arbitrum Sepolia', 421614, ether, true),
  evm('OP', 'OP Mainnet', 10, ether),
  evm('OP-SEPOLIA', 'OP Sepolia', 11155420, ether, true),
  evm('CELO', 'Celo', 42220, { symbol: 'CELO', name: 'Celo', decimals: 18 }),
  evm('SCR', 'Scroll', 534352, ether),
  evm('CRO-EVM', 'Cronos', 25, { symbol: 'CRO', name: 'Cronos', decimals: 18 }),
  other('bitcoin', 'secp256k1', 'BTC', 'Bitcoin', 0, bitcoin),
  other('bitcoin', 'secp256k1', 'BTC-TESTNET', 'Bitcoin Testnet', 1, bitcoin, true),
  other('solana', 'ed25519', 'SOL', 'Solana', 501, sol),
  other('solana', 'ed25519', 'SOL-TESTNET', 'Solana Testnet', 501, sol, true),
  other('near', 'ed25519', 'NEAR', 'NEAR', 397, near),
  other('near', 'ed25519', 'NEAR-TESTNET', 'NEAR Testnet', 397, near, true),
  // The service documents ed25519 for Cosmos, although accounts of the Cosmos Hub use secp256k1.
  other('cosmos', 'ed25519', 'ATOM', 'Cosmos Hub', 118, atom),
  other('cosmos', 'ed25519', 'ATOM-TESTNET', 'Cosmos Hub Testnet', 118, atom, true),
  other('cosmos', 'ed25519', 'OSMO', 'Osmosis', 118, { symbol: 'OSMO', name: 'Osmosis', decimals: 6 }),
  other('cosmos', 'ed25519', 'JUNO', 'Juno', 118, { symbol: 'JUNO', name: 'Juno', decimals: 6 }),
  other('substrate', 'ed25519', 'DOT', 'Polkadot', 354, { symbol: 'DOT', name: 'Polkadot', decimals: 10 }),
  other('substrate', 'ed25519', 'DOT-PASEO', 'Polkadot Paseo', 354, { symbol: 'PAS', name: 'Paseo', decimals: 10 }, true),
];

// A Map, because `{}['__proto__']` would find something.
const byId = new Map(chains.map((chain) => [chain.id, chain]));

/** The chain with exactly this id, enabled or not. */
export function findChain(id: string): Chain | undefined {
  return byId.get(id);
}
