import type { Failure } from './api.ts';
import type { Notice } from './flow.ts';

/** How many attempts are left, in words. */
export function attemptsText(remaining: number): string {
  if (remaining <= 0) return 'No attempts are left.';
  return remaining === 1 ? 'One attempt is left before you are locked out.' : `${remaining} attempts are left.`;
}

/** A span of time in words, rounded up, so that the user never comes back too early. */
export function spanText(seconds: number): string {
  if (seconds < 60) return seconds <= 1 ? 'a second' : `${Math.ceil(seconds)} seconds`;
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 60) return minutes === 1 ? 'a minute' : `${minutes} minutes`;
  const hours = Math.ceil(minutes / 60);
  return hours === 1 ? 'an hour' : `${hours} hours`;
}

const texts: Record<string, string> = {
  network: 'The connection was lost. Check your network and try again; what you typed is kept, except the PIN.',
  timeout: 'The server took too long to answer. Try again; what you typed is kept, except the PIN.',
  unreadable: 'The server gave an answer that this page cannot read. Try again in a moment.',
  origin_not_allowed: 'This page is not at the address it belongs to. Open the link from your application again.',
  recovery_code_expired: 'This code is no longer valid. Ask for a new one.',
  recovery_answers_incorrect: 'The answers do not match the ones you gave when you set up recovery.',
  recovery_not_verified: 'Your e-mail address has to be checked again. Ask for a new code.',
  secret_invalid: 'What this page sent could not be opened. Reload the page and try again.',
  secret_expired: 'This took too long, so what you entered is no longer valid. Enter it again.',
  secret_replayed: 'This was sent before. Enter it again to send it anew.',
  pin_too_weak: 'This PIN is too easy to guess. Choose another.',
  validation_failed: 'The server refused what was sent. Check what you typed and try again.',
  malformed_json: 'The request was damaged on its way. Try again.',
  malformed_url: 'The link is damaged. Open it from your application again.',
  payload_too_large: 'What was sent is too large. Shorten what you typed and try again.',
  unsupported_media_type: 'The request was damaged on its way. Try again.',
  internal_error: 'Something went wrong on the server. Try again in a moment.',
  contract_violation: 'Something went wrong on the server. Try again in a moment.',
};

/** The codes whose text says all; the others name the request, for support. */
const selfExplaining = new Set([
  'network', 'timeout', 'pin_incorrect', 'recovery_code_incorrect', 'recovery_code_expired', 'recovery_answers_incorrect',
  'recovery_not_verified', 'rate_limited', 'pin_too_weak', 'secret_expired', 'insufficient_funds',
]);

/** What the user is told about an error, and what to do. A code that the page does not know is told in the server's words. */
export function failureText(failure: Failure, attemptsRemaining?: number): Notice {
  const notice: Notice = { tone: 'error', text: textOf(failure, attemptsRemaining) };
  if (failure.code === 'pin_incorrect') notice.isAboutPin = true;
  if (failure.requestId !== undefined && !selfExplaining.has(failure.code)) notice.requestId = failure.requestId;
  return notice;
}

function textOf({ code, message, retryAfterSeconds }: Failure, attemptsRemaining: number | undefined): string {
  switch (code) {
    case 'pin_incorrect':
      return attemptsRemaining === undefined ? message : `That PIN is not right. ${attemptsText(attemptsRemaining)}`;
    case 'recovery_answers_incorrect':
      return attemptsRemaining === undefined ? texts[code] ?? message : `${texts[code]} ${attemptsText(attemptsRemaining)}`;
    case 'recovery_code_incorrect':
      return message;
    case 'insufficient_funds':
      return `${message} Nothing was sent. Put more into the wallet and enter your PIN again, or reject the request.`;
    case 'rate_limited':
      return retryAfterSeconds === undefined
        ? 'That was too often. Wait a while and try again.'
        : `That was too often. Try again in ${spanText(retryAfterSeconds)}.`;
    default:
      return texts[code] ?? message;
  }
}
