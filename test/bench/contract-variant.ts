import { readFileSync } from 'node:fs';

interface Document {
  paths: Record<string, Record<string, Record<string, unknown>>>;
}

const methods = ['get', 'put', 'post', 'delete', 'patch'];
/** What the load calls; every variant has it. */
const needed = new Set(['createCustomer', 'getWallet', 'listWallets', 'listCustomers']);

/** The project's contract, as it is, or cut or stretched to a number of operations. */
export function readContract(operations?: number): Document {
  const document: Document = JSON.parse(readFileSync(new URL('../../generated/openapi.json', import.meta.url), 'utf8'));
  if (operations === undefined) return document;
  const all = Object.entries(document.paths);
  for (const [path, item] of all.toReversed()) {
    const ids = methods.flatMap((method) => (item[method] ? [String(item[method]['operationId'])] : []));
    const excess = countOperations(document) - operations;
    if (ids.length > 0 && ids.length <= excess && !ids.some((id) => needed.has(id))) delete document.paths[path];
  }
  for (let copy = 1; countOperations(document) < operations; copy += 1) {
    for (const [path, item] of all) {
      const method = methods.find((name) => item[name]);
      if (method === undefined || countOperations(document) === operations) continue;
      const { parameters, [method]: operation } = item;
      document.paths[`/copy-${copy}${path}`] = {
        ...(parameters ? { parameters } : {}),
        [method]: { ...operation, operationId: `${operation?.['operationId']}Copy${copy}` },
      };
    }
  }
  return document;
}

export function countOperations({ paths }: Document): number {
  return Object.values(paths).reduce((sum, item) => sum + methods.filter((method) => item[method]).length, 0);
}
