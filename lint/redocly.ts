/**
 * The part of Redocly's plugin interface that our rules use. The linter is bundled into `@redocly/cli` and ships no types.
 */

export interface Location {
  source: { absoluteRef: string };
  pointer: string;
  child(path: string | string[]): Location;
}

export interface Context {
  report(problem: { message: string; location?: Location }): void;
  resolve(node: unknown, from?: string): { node?: unknown; location?: Location };
  location: Location;
  key: string | number;
}

export type JsonObject = Record<string, unknown>;

export type Visitor = Record<string, (node: JsonObject, context: Context, resolved?: { location?: Location }) => void>;

/** A rule: takes the options of `redocly.yaml`, gives the functions to call for each type of node. */
export type Rule = (options: JsonObject) => Visitor;
