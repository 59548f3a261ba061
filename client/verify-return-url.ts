import { encode, isHmac, isSigned, type Refused, refuse, refuseTimestamp, type Secrets, type VerifyOptions } from './signature.ts';

export type ReturnUrlRefusal =
  | 'missing_parameter'
  | 'repeated_parameter'
  | 'malformed_parameter'
  | 'malformed_timestamp'
  | 'too_old'
  | 'from_future'
  | 'malformed_signature'
  | 'wrong_signature';

/** What a return turned out to be. */
export type VerifiedReturnUrl =
  | {
      ok: true;
      challengeId: string;
      status: 'verified' | 'failed';
      /** The `state` of your request, if it had one. */
      state?: string;
      signedAt: Date;
    }
  | Refused<ReturnUrlRefusal>;

const required = ['challengeId', 'status', 'timestamp', 'signature'];

/**
 * Verifies that a browser that comes back was sent by the Gateway, and reads what it brings. The URL is that of the
 * request: whole, or its path and query.
 *
 * It is a hint that can be trusted at once; what counts is the challenge as the API reads it. Compare `state` with the one
 * that this user was sent away with: the signature does not tell whose browser it is.
 *
 * Throws a TypeError when no secret is given, or an empty one.
 *
 * @example
 * ```ts
 * import { verifyReturnUrl } from '@planbok/customer-custody';
 *
 * const url = '/back?challengeId=6999f8b0b1c2d3e4f5a60711&status=verified&state=af0ifjsldkj&timestamp=1772442150'
 *   + '&signature=f5cb643ce50b4fa91c6bb01b205680c86af2186ab03882080f30911b00a642ff';
 * const back = await verifyReturnUrl(url, ['whsec_sandbox']);
 * console.log(back.ok ? back.status : back.reason); // too_old
 * ```
 */
export async function verifyReturnUrl(url: string | URL, secrets: Secrets, { now }: VerifyOptions = {}): Promise<VerifiedReturnUrl> {
  const query = queryOf(String(url));
  for (const name of [...required, 'state']) {
    const { length } = query.getAll(name);
    if (length > 1) return refuse('repeated_parameter', `The parameter ${name} is there ${length} times.`);
    if (length === 0 && name !== 'state') return refuse('missing_parameter', `The parameter ${name} is missing.`);
  }
  const [challengeId, status, timestamp, signature, state] = [...required, 'state'].map((name) => query.get(name) ?? '') as [string, string, string, string, string];
  // What is signed is joined by dots: only parts without one can be told apart.
  if (!/^[0-9a-f]{24}$/.test(challengeId) || (status !== 'verified' && status !== 'failed')) {
    return refuse('malformed_parameter', 'The challengeId is not 24 hexadecimal digits, or the status is neither verified nor failed.');
  }
  const refused = refuseTimestamp(timestamp, now);
  if (refused !== undefined) return refused;
  if (!isHmac(signature)) return refuse('malformed_signature', 'The signature is not 64 lower-case hexadecimal digits.');
  if (!(await isSigned(encode(`${timestamp}.${challengeId}.${status}.${state}`), [signature], secrets))) {
    return refuse('wrong_signature', 'The signature is of other values, or made with another secret.');
  }
  return { ok: true, challengeId, status, ...(state !== '' && { state }), signedAt: new Date(Number(timestamp) * 1000) };
}

/** The parameters of any URL: what a browser asks for, such as `//`, need not be one that `URL` takes. */
function queryOf(url: string): URLSearchParams {
  const [whole = ''] = url.split('#', 1);
  const at = whole.indexOf('?');
  return new URLSearchParams(at < 0 ? '' : whole.slice(at));
}
