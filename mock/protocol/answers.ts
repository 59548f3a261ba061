import { deriveFromText, type DeriveFromText } from './pin.ts';

/** The recovery questions, in the order in which the page offers them. A customer chooses two. */
export const questionCatalogue = [
  { questionId: 'first-pet', text: 'What was the name of your first pet?' },
  { questionId: 'birth-city', text: 'In which city were you born?' },
  { questionId: 'first-school', text: 'What was the name of your first school?' },
  { questionId: 'mother-maiden-name', text: 'What was your mother’s maiden name?' },
  { questionId: 'childhood-street', text: 'On which street did you grow up?' },
  { questionId: 'first-car', text: 'What was the make of your first car?' },
  { questionId: 'favourite-teacher', text: 'What was the name of your favourite teacher?' },
  { questionId: 'first-concert', text: 'Which was the first concert you went to?' },
] as const;

export type QuestionId = (typeof questionCatalogue)[number]['questionId'];

/** The answers that the Sandbox uses where a task sets up recovery and its caller gives none. */
export const defaultSandboxAnswers = [
  { questionId: 'first-pet', answer: 'Rex' },
  { questionId: 'birth-city', answer: 'Lagos' },
] as const satisfies readonly { questionId: QuestionId; answer: string }[];

/**
 * Brings an answer to the one form in which it is hashed, so that it matches however it is typed: compatibility forms
 * (NFKC), case, and white space at the ends and between words do not count. An empty result is no answer.
 */
export function normaliseAnswer(answer: string): string {
  const words = answer.normalize('NFKC').trim().replace(/\s+/g, ' ');
  return foldCase(words).normalize('NFKC');
}

/**
 * ECMAScript has no case folding. Lower, then upper case turns ẞ and ß to SS; lower case by code point then avoids the
 * rule for a sigma at the end of a word. The four i's of Turkish become one, or İSTANBUL would not match istanbul.
 */
function foldCase(text: string): string {
  return Array.from(text.toLowerCase().toUpperCase(), (character) => character.toLowerCase())
    .join('')
    .replace(/i\u0307/g, 'i');
}

/** Derives the secret that wraps the recovery copy of Node 1's key share. The order of the answers is that of the questions. */
export async function deriveAnswersSecret(
  answers: readonly [string, string],
  salt: Uint8Array,
  derive: DeriveFromText = deriveFromText,
): Promise<Uint8Array> {
  const normalised = answers.map(normaliseAnswer);
  if (normalised.includes('')) throw new RangeError('An answer is empty');
  return derive(JSON.stringify(normalised), salt);
}
