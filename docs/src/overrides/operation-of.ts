import contract from '../../../generated/openapi.json';

export interface Described {
  operationId: string;
  summary: string;
  /** The first paragraph of the description. */
  lead: string;
  method: string;
  path: string;
  kind: 'operations' | 'webhooks';
  /** The event of a webhook. */
  event?: string;
  badges: string[];
}

interface Written {
  operationId: string;
  summary: string;
  description?: string;
  'x-badges'?: { name: string }[];
}

function describe(items: object, kind: Described['kind']): [string, Described][] {
  return Object.entries(items as Record<string, Record<string, Written>>).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([, operation]) => operation.operationId !== undefined)
      .map(([method, { operationId, summary, description = '', 'x-badges': badges = [] }]) => [
        `${kind}/${operationId.toLowerCase()}`,
        {
          operationId,
          summary,
          lead: description.split('\n\n')[0] ?? '',
          method,
          path,
          kind,
          ...(kind === 'webhooks' && !path.startsWith('{') ? { event: path } : {}),
          badges: badges.map(({ name }) => name),
        },
      ]),
  );
}

const callbacks = Object.assign({}, ...Object.values(contract.components.callbacks));

const pages = new Map([
  ...describe(contract.paths, 'operations'),
  ...describe(contract.webhooks, 'webhooks'),
  ...describe(callbacks, 'webhooks'),
]);

/** The operation or webhook whose page is at this path, if one is. */
export function operationOf(pathname: string): Described | undefined {
  const page = /\/api\/((?:operations|webhooks)\/[^/]+)\/?$/.exec(pathname)?.[1];
  return page === undefined ? undefined : pages.get(page);
}

/** A description as text: without its backticks. */
export function plain(text: string): string {
  return text.replaceAll('`', '');
}

/** The tag whose overview is at this path, or the API itself. The plugin calls them all "Overview". */
export function overviewOf(pathname: string): { title: string; description: string } | undefined {
  if (/\/api\/$/.test(pathname)) {
    return { title: 'API', description: `Every operation and webhook of ${contract.info.title} ${contract.info.version}, each with a page of its own.` };
  }
  const slug = /\/api\/operations\/tags\/([^/]+)\/$/.exec(pathname)?.[1];
  const tag = contract.tags.find(({ name }) => name.toLowerCase().replaceAll(' ', '-') === slug);
  return tag === undefined ? undefined : { title: tag.name, description: tag.description };
}
