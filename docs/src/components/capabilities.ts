import type { ChainFamily } from '../../../mock/chains/catalogue.ts';

/** The families on which wallets can be made, as a reader knows them. */
export const families: { family: ChainFamily; name: string }[] = [
  { family: 'evm', name: 'EVM' },
  { family: 'bitcoin', name: 'Bitcoin' },
  { family: 'solana', name: 'Solana' },
  { family: 'near', name: 'NEAR' },
];

/** Which operations each family has: what the others answer is `unsupported_operation`. A test asks the mock. */
export const capabilities: { operationId: string; families: ChainFamily[] }[] = [
  { operationId: 'createTransfer', families: ['evm', 'bitcoin', 'solana', 'near'] },
  { operationId: 'createContractExecution', families: ['evm', 'solana', 'near'] },
  { operationId: 'callContractView', families: ['evm', 'near'] },
  { operationId: 'cancelTransaction', families: ['evm', 'bitcoin'] },
  { operationId: 'accelerateTransaction', families: ['evm', 'bitcoin'] },
  { operationId: 'signMessage', families: ['evm', 'bitcoin', 'solana', 'near'] },
  { operationId: 'signTypedData', families: ['evm'] },
  { operationId: 'signTransaction', families: ['evm', 'bitcoin', 'solana', 'near'] },
  { operationId: 'signDelegateAction', families: ['near'] },
];
