import type { Context, JsonObject, Location } from './redocly.ts';

/** A place in the contract: the value with every `$ref` followed, where it is written, and the `$ref` that led there. */
export interface Cursor {
  value: unknown;
  location: Location;
  ref?: string;
}

export interface OperationCursor extends Cursor {
  kind: 'path' | 'webhook' | 'callback';
  /** The path of the URL, the name of the webhook, or the expression of the callback. */
  name: string;
  method: string;
  pathItem: Cursor;
}

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function follow(context: Context, value: unknown, location: Location): Cursor {
  let cursor: Cursor = { value, location };
  // A `$ref` may point at a file that is itself only a `$ref`.
  for (let hops = 0; hops < 10 && isObject(cursor.value) && typeof cursor.value['$ref'] === 'string'; hops += 1) {
    const resolved = context.resolve(cursor.value, cursor.location.source.absoluteRef);
    if (resolved.location === undefined) return { value: undefined, location: cursor.location, ref: cursor.value['$ref'] };
    cursor = { value: resolved.node, location: resolved.location, ref: cursor.ref ?? cursor.value['$ref'] };
  }
  return cursor;
}

/** Steps down through `keys`, following each `$ref` on the way; undefined where there is nothing. */
export function at(context: Context, from: Cursor, ...keys: string[]): Cursor | undefined {
  let cursor: Cursor | undefined = from;
  for (const key of keys) {
    const parent: unknown = cursor.value;
    const value = isObject(parent) ? parent[key] : Array.isArray(parent) ? (parent as unknown[])[Number(key)] : undefined;
    if (value === undefined) return undefined;
    cursor = follow(context, value, cursor.location.child([key]));
  }
  return cursor;
}

/** The members of an object or an array, with their keys. */
export function members(context: Context, cursor: Cursor | undefined): [string, Cursor][] {
  if (cursor === undefined || typeof cursor.value !== 'object' || cursor.value === null) return [];
  return Object.keys(cursor.value).flatMap((key) => {
    const member = at(context, cursor, key);
    return member === undefined ? [] : [[key, member] as [string, Cursor]];
  });
}

function operationsOf(context: Context, pathItem: Cursor, kind: OperationCursor['kind'], name: string): OperationCursor[] {
  return METHODS.flatMap((method) => {
    const operation = at(context, pathItem, method);
    return operation === undefined ? [] : [{ ...operation, kind, name, method, pathItem }];
  });
}

/** Every operation of the document: of its paths, of its webhooks, and of the callbacks of its paths. */
export function operations(context: Context, root: JsonObject): OperationCursor[] {
  const start: Cursor = { value: root, location: context.location };
  const paths = members(context, at(context, start, 'paths')).flatMap(([name, item]) => operationsOf(context, item, 'path', name));
  const webhooks = members(context, at(context, start, 'webhooks')).flatMap(([name, item]) =>
    operationsOf(context, item, 'webhook', name),
  );
  const callbacks = new Map<string, OperationCursor>();
  for (const path of paths) {
    for (const [, callback] of members(context, at(context, path, 'callbacks'))) {
      for (const [name, item] of members(context, callback)) {
        for (const operation of operationsOf(context, item, 'callback', name)) {
          callbacks.set(operation.location.source.absoluteRef + operation.location.pointer, operation);
        }
      }
    }
  }
  return [...paths, ...webhooks, ...callbacks.values()];
}

/** The parameters of an operation, those of its path item first. */
export function parameters(context: Context, operation: OperationCursor): Cursor[] {
  return [...members(context, at(context, operation.pathItem, 'parameters')), ...members(context, at(context, operation, 'parameters'))].map(
    ([, parameter]) => parameter,
  );
}

/** The security requirements that hold for an operation: its own, else the document's. */
export function needsCredential(root: JsonObject, operation: OperationCursor): boolean {
  const own = isObject(operation.value) ? operation.value['security'] : undefined;
  const requirements = Array.isArray(own) ? own : root['security'];
  return Array.isArray(requirements) && requirements.some((requirement) => isObject(requirement) && Object.keys(requirement).length > 0);
}

/** The string under `key`, or the empty string. */
export function text(cursor: Cursor | undefined, key: string): string {
  const value = cursor !== undefined && isObject(cursor.value) ? cursor.value[key] : undefined;
  return typeof value === 'string' ? value : '';
}

/** The name of the component that a `$ref` points at: the file's base name in the source, the key in the bundle. */
export function componentName(ref: string | undefined): string {
  const last = (ref ?? '').split('/').at(-1) ?? '';
  return last.replace(/\.yaml$/, '');
}
