/** The data file cannot be used. The message is for the person who started the mock. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
}
