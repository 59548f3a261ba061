import { argon2Sync, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { defaultSandboxAnswers, deriveAnswersSecret, normaliseAnswer, questionCatalogue } from '../../mock/protocol/answers.ts';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

describe('normaliseAnswer', () => {
  it.each([
    ['Rex', 'rex', 'case'],
    ['  Rex\t', 'rex', 'white space at the ends'],
    ['New   York', 'new york', 'white space between words'],
    ['New\n\tYork', 'new york', 'a line feed and a tab'],
    ['New\u00a0York', 'new york', 'a no-break space'],
    ['\ufeffNew\u2003\u3000York\n', 'new york', 'a byte order mark, an em space and an ideographic one'],
    ['O\ufb03ce', 'office', 'a ligature'],
    ['\ufb01do', 'fido', 'a ligature'],
    ['ＦＩＤＯ', 'fido', 'full-width letters'],
    ['Cafe\u0301', 'café', 'a combining accent'],
    ['Straße', 'strasse', 'sharp s'],
    ['STRASSE', 'strasse', 'sharp s in capitals'],
    ['STRA\u1e9eE', 'strasse', 'capital sharp s'],
    ['İSTANBUL', 'istanbul', 'a dotted capital I'],
    ['ISPARTA', 'isparta', 'a capital I'],
    ['ısparta', 'isparta', 'a dotless i'],
    ['ΟΔΟΣ', 'οδοσ', 'sigma'],
    ['οδος', 'οδοσ', 'final sigma'],
    ['№ 5', 'no 5', 'a compatibility sign'],
    ['٣', '٣', 'digits of another script'],
    ['東京', '東京', 'letters without case'],
    ['🐕', '🐕', 'a character outside the basic plane'],
    ["O'Brien-Smith", "o'brien-smith", 'punctuation, which counts'],
  ])('brings %j to %j: %s', (answer, expected) => {
    expect(normaliseAnswer(answer)).toBe(expected);
  });

  it.each(['', ' ', '\n\t', '\u00a0\u3000'])('finds no answer in %j', (answer) => {
    expect(normaliseAnswer(answer)).toBe('');
  });

  it('keeps different answers apart', () => {
    for (const [one, other] of [['rex', 'max'], ['new york', 'newyork'], ['lagos', 'lagôs'], ['a b', 'ab']] as const) {
      expect(normaliseAnswer(one)).not.toBe(normaliseAnswer(other));
    }
  });

  it('changes nothing a second time, and does not mind case, for any character', () => {
    for (let codePoint = 0; codePoint <= 0x1ffff; codePoint += 1) {
      const answer = `a${String.fromCodePoint(codePoint)}b`;
      const once = normaliseAnswer(answer);
      if (normaliseAnswer(once) !== once) expect.fail(`U+${codePoint.toString(16)} is not stable`);
      if (normaliseAnswer(answer.toUpperCase()) !== once) expect.fail(`U+${codePoint.toString(16)} differs in upper case`);
      if (normaliseAnswer(answer.toLowerCase()) !== once) expect.fail(`U+${codePoint.toString(16)} differs in lower case`);
      if (normaliseAnswer(answer.normalize('NFD')) !== once) expect.fail(`U+${codePoint.toString(16)} differs when decomposed`);
    }
  });
});

describe('deriveAnswersSecret', () => {
  it('hashes the JSON of the two answers, normalised and in order', async () => {
    const salt = randomBytes(16);
    const options = { nonce: salt, memory: 65536, passes: 3, parallelism: 1, tagLength: 32 };
    const expected = argon2Sync('argon2id', { message: '["rex","lagos"]', ...options }).toString('hex');
    expect(hex(await deriveAnswersSecret(['  REX', 'Lagos '], salt))).toBe(expected);
    expect(hex(await deriveAnswersSecret(['Lagos', 'Rex'], salt))).not.toBe(expected);
  });

  it.each([['', 'Lagos'], ['Rex', ' '], ['\u00a0', '\t']] as const)('refuses the answers %j and %j', async (first, second) => {
    await expect(deriveAnswersSecret([first, second], randomBytes(16))).rejects.toThrow(RangeError);
  });
});

describe('the question catalogue', () => {
  it('has each question once', () => {
    expect(questionCatalogue.map(({ questionId }) => questionId)).toEqual([
      'first-pet', 'birth-city', 'first-school', 'mother-maiden-name', 'childhood-street', 'first-car', 'favourite-teacher', 'first-concert',
    ]);
    expect(new Set(questionCatalogue.map(({ text }) => text)).size).toBe(questionCatalogue.length);
  });

  it('holds the questions that the Sandbox answers, which are two', () => {
    const ids = questionCatalogue.map(({ questionId }) => questionId);
    expect(defaultSandboxAnswers).toHaveLength(2);
    for (const { questionId, answer } of defaultSandboxAnswers) {
      expect(ids).toContain(questionId);
      expect(normaliseAnswer(answer)).not.toBe('');
    }
  });
});
