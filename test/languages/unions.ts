/** What a challenge brings is of the type of its task, in every language. */
import { expect, it } from 'vitest';
import { contract } from '../contract/contract.ts';

type Example = { value: { data: { result: { task: string } } } };

const { mapping } = contract.components.schemas['ChallengeResult']?.['discriminator'] as { mapping: Record<string, string> };
const verified = Object.entries(contract.components['examples'] ?? {})
  .filter(([name]) => /^challenge\..*\.verified$/.test(name))
  .map(([, example]) => (example as Example).value.data);

/** A language's runner gets a JSON array of challenges, and prints the name of each result's type as a JSON array. */
export function itReadsUnions(runUnions: (challenges: string) => Promise<string>): void {
  it('reads the result of a challenge as the type of its task, and passes on one that came later', async () => {
    const later = { ...verified[0], result: { task: 'teleport', wallets: [] } };
    const expected = verified.map(({ result: { task } }) => mapping[task]?.split('/').at(-1));
    expect(new Set(expected).size).toBe(Object.keys(mapping).length);
    expect(JSON.parse(await runUnions(JSON.stringify([...verified, later])))).toEqual([...expected, 'as it is']);
  });
}
