import { expect } from 'vitest';

const hash = '0x[0-9a-f]{64}';

const steps = [
  'customer [0-9a-f]{24}', 'PIN set', 'return verified step-1',
  'wallet ETH-SEPOLIA 0x[0-9a-fA-F]{40}', 'wallet SOL-TESTNET [1-9A-HJ-NP-Za-km-z]{32,44}',
  `transfer ${hash}`, `transfer ${hash}`, `webhook transaction.confirmed ${hash}`, `webhook transaction.confirmed ${hash}`,
  `transaction confirmed ${hash}`, `transaction confirmed ${hash}`,
  'no such customer', 'invalid: body/name', 'too little money',
];

/** What the example program of a language prints, when all went well. */
export function expectWholeFlow(printed: string): void {
  expect(printed).toMatch(new RegExp(`^${steps.join('\n')}\n$`));
}
