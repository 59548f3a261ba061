import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { ApiError } from '../../../mock/api-error.ts';
import type { ErrorDetail } from '../../../mock/api-error.ts';
import { createContract } from '../../../mock/contract.ts';
import type { Contract, ContractLog, ContractOptions } from '../../../mock/contract.ts';
import type { AnyHandler } from '../../../mock/contract/types.ts';

const text = readFileSync(new URL('fixture.yaml', import.meta.url), 'utf8');

export type FixtureHandlers = Record<string, AnyHandler>;

export interface ErrorBody {
  success: false;
  status: number;
  code: string;
  message: string;
  requestId: string;
  errors: { message: string; details: ErrorDetail[] };
  documentationUrl: string;
}

/** A fresh copy of the fixture, changed as a test needs it. */
export function fixtureDocument(change: (document: FixtureDocument) => void = () => undefined): FixtureDocument {
  const document: FixtureDocument = parse(text);
  change(document);
  return document;
}

export interface FixtureDocument {
  jsonSchemaDialect?: string;
  paths: Record<string, Record<string, Record<string, unknown>>>;
  components: { schemas: Record<string, Record<string, unknown>> };
}

/** Handlers that answer by the contract. */
export const goodHandlers: FixtureHandlers = {
  listPets: ({ query }) => ({ status: 200, body: { data: [], query } }),
  createPet: ({ body }) => ({ status: 201, body: { id: 'p9', name: nameOf(body) } }),
  getPet: ({ path }) => {
    if (path['petId'] === 'unknown') throw new ApiError('pet_not_found');
    return { status: 200, body: { id: path['petId'], name: 'Rex' } };
  },
  deletePet: () => ({ status: 204 }),
  validateAny: ({ body }) => ({ status: 200, body: { body } }),
  approve: ({ body }) => ({ status: 200, body: { result: body } }),
};

export interface Served extends Contract {
  logged: ContractLog[];
  call: (path: string, init?: RequestInit) => Promise<Response>;
}

const withKey = { 'PLANBOK-X-API-KEY': 'key' };

/** Puts the fixture in front of handlers; `call` sends a valid key and JSON unless told otherwise. */
export async function serveFixture(
  handlers: FixtureHandlers = goodHandlers,
  options: Partial<ContractOptions<Record<string, unknown>>> = {},
): Promise<Served> {
  const logged: ContractLog[] = [];
  let requests = 0;
  const contract = await createContract<Record<string, unknown>>({
    document: fixtureDocument(),
    handlers,
    ids: () => `req_${(requests += 1)}`,
    authenticate: ({ security, apiKey }) => {
      if (!security.includes('apiKey')) return;
      if (apiKey === undefined) throw new ApiError('api_key_missing');
      if (apiKey !== 'key') throw new ApiError('api_key_invalid');
    },
    log: (entry) => logged.push(entry),
    maxBodyBytes: 64 * 1024,
    ...options,
  });
  const call = (path: string, init: RequestInit = {}) => {
    const headers = new Headers(withKey);
    if (init.body !== undefined) headers.set('content-type', 'application/json');
    for (const [name, value] of new Headers(init.headers)) headers.set(name, value);
    return contract.fetch(new Request(`http://localhost${path}`, { ...init, headers }));
  };
  return { ...contract, logged, call };
}

/** Posts a body to the operation that accepts nearly everything. */
export function post(body: unknown): RequestInit {
  return { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body) };
}

export async function readError(response: Response): Promise<ErrorBody> {
  return (await response.json()) as ErrorBody;
}

export async function faultsOf(response: Response): Promise<string[]> {
  const { errors } = await readError(response);
  return errors.details.map(({ path, code }) => `${path} ${code}`);
}

function nameOf(body: unknown): unknown {
  return typeof body === 'object' && body !== null ? Reflect.get(body, 'name') : undefined;
}
