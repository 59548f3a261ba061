import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMock, type Mock } from '../../mock/server.ts';
import { examplesOf, pathOperations, responsesOf } from '../../scripts/openapi-document.ts';
import { contract } from '../contract/contract.ts';
import { requestExamples, requestFor } from '../contract/request-for.ts';
import { tablesToEmpty } from '../../mock/store/schema.ts';

/** Every answer that the contract has of every operation. */
const answers = pathOperations(contract).flatMap((target) =>
  responsesOf(contract, target.operation).flatMap(([status, response]) =>
    Object.entries(response.content ?? {}).flatMap(([mediaType, media]) =>
      examplesOf(contract, media).map(([name, value]) => ({
        title: `${target.operation.operationId} ${status} ${name}`, target, status: Number(status), mediaType, name, value,
      })),
    ),
  ),
);

describe('the header Prefer', () => {
  let mock: Mock;

  beforeAll(async () => {
    mock = await createMock({ validateWire: true, logFailure: () => undefined });
  });

  afterAll(() => mock.close());

  const ask = async ({ target, status, name }: (typeof answers)[number], prefer = `code=${status}, example="${name}"`) => {
    const [, body] = requestExamples(target)[0] ?? [];
    const request = requestFor(target, body, prefer);
    return target.path.startsWith('/gateway/') ? mock.gateway(request) : mock.api(request);
  };
  const countRows = async () => {
    let count = 0;
    for (const table of tablesToEmpty) count += (await mock.context.db.selectFrom(table).selectAll().execute()).length;
    return count;
  };

  it('forces any answer that the contract has, of any operation, whatever its handler would say, and changes nothing', async () => {
    const before = await countRows();
    const wrong: string[] = [];
    for (const answer of answers) {
      const response = await ask(answer);
      const { status, mediaType, value, title } = answer;
      const text = await response.text();
      const shown: unknown = mediaType === 'application/json' ? JSON.parse(text) : text;
      const isRight = response.status === status && response.headers.get('x-planbok-mock') === 'example';
      if (!isRight || JSON.stringify(shown) !== JSON.stringify(value)) wrong.push(`${title}: ${response.status} ${text.slice(0, 200)}`);
    }
    expect(wrong).toEqual([]);
    expect(answers.length).toBeGreaterThan(700);
    expect(await countRows()).toBe(before);
  });

  it('finds an example by its name alone, and a status by its number alone', async () => {
    const wrong: string[] = [];
    for (const answer of answers) {
      const { title, status, name, target } = answer;
      const statuses = answers.filter((other) => other.target === target && other.name === name).map((other) => other.status);
      const byName = await ask(answer, `example=${name}`);
      if (byName.status !== Math.min(...statuses)) wrong.push(`${title} by its name: ${byName.status}`);
      const byCode = await ask(answer, `code=${status}`);
      if (byCode.status !== status) wrong.push(`${title} by its status: ${byCode.status}`);
    }
    expect(wrong).toEqual([]);
  });

  it('says what there is when it asks for what there is not', async () => {
    const [answer] = answers;
    if (answer === undefined) throw new Error('the contract has no answers');
    const response = await ask(answer, 'code=418');
    expect(await response.json()).toMatchObject({ code: 'validation_failed', message: expect.stringMatching(/asks for code=418.*it has: 200/) });
  });
});
