/** A source of random bytes, fresh at each call: they are wiped after use. It is passed in, so that a seeded run can be repeated. */
export type Random = (length: number) => Uint8Array;

/** The random bytes of the operating system. */
export function systemRandom(length: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(length));
}
