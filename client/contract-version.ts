/**
 * The version of the contract that this client was made from.
 *
 * @example
 * ```ts
 * import { contractVersion } from '@planbok/customer-custody';
 *
 * console.log(contractVersion); // 2.0.0
 * ```
 */
export const contractVersion = '2.0.0';
