/** A contract refuses a call. The message is the contract's own. */
export class Reverted extends Error {
  override readonly name = 'Reverted';
}

/** What a revert is called, in answers and in failed transactions. */
export function describeRevert(message: string): string {
  return `The contract reverted: ${message}.`;
}
