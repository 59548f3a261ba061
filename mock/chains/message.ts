import { ApiError } from '../api-error.ts';

/** A message of a caller's making. */
export interface MessageText {
  message: string;
  /** Whether `message` is its bytes, in `0x` and hex. */
  encodedByHex?: boolean;
}

/** The bytes that are signed. Throws `message_invalid` for what has none. */
export function readMessage({ message, encodedByHex = false }: MessageText): Uint8Array {
  // Half of a character has no UTF-8, and comes through no request.
  if (!encodedByHex) return Buffer.from(message, 'utf8');
  if (!/^0x(?:[0-9a-fA-F]{2})*$/.test(message)) {
    throw invalid('With encodedByHex the message must be 0x followed by an even number of hex digits.', 'is not 0x-prefixed hex');
  }
  if (message === '0x') throw invalid('With encodedByHex the message must have at least one byte.', 'has no bytes');
  return Buffer.from(message.slice(2), 'hex');
}

/** What bytes say, for a user who reads no hex; undefined when they are not a text. */
export function textOf(bytes: Uint8Array): string | undefined {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
  return /[^\P{Cc}\t\n\r]/u.test(text) ? undefined : text;
}

function invalid(message: string, rule: string): ApiError {
  return new ApiError('message_invalid', {
    message,
    details: [{ path: 'body/message', code: 'message_invalid', message: rule }],
  });
}
