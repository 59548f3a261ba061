/** The operations of one path, by method, with the values of its template. */
export interface RouteMatch<Target> {
  methods: ReadonlyMap<string, Target>;
  path: Record<string, string>;
}

export interface Router<Target> {
  /** Finds the path for the decoded segments of a URL; `undefined` when there is none. */
  find(segments: readonly string[]): RouteMatch<Target> | undefined;
}

interface Node<Target> {
  literals: Map<string, Node<Target>>;
  template: Node<Target> | undefined;
  leaf: { methods: Map<string, Target>; names: string[] } | undefined;
}

const templateSegment = /^\{([^{}]+)\}$/;

/**
 * Compiles path templates into a tree of segments, so that a look-up costs the same with 10 paths and with 1,000.
 * A literal segment beats a template, whatever the order of the paths (OpenAPI 3.1, "Path Templating Matching").
 */
export function createRouter<Target>(
  routes: Iterable<{ method: string; path: string; target: Target }>,
): Router<Target> {
  const root = createNode<Target>();
  for (const { method, path, target } of routes) {
    const names: string[] = [];
    let node = root;
    for (const segment of path.split('/').slice(1)) {
      const name = templateSegment.exec(segment)?.[1];
      if (name !== undefined) {
        names.push(name);
        node = node.template ??= createNode();
      } else {
        const next = node.literals.get(segment) ?? createNode();
        node.literals.set(segment, next);
        node = next;
      }
    }
    node.leaf ??= { methods: new Map(), names };
    node.leaf.methods.set(method.toUpperCase(), target);
  }

  return {
    find(segments) {
      const values: string[] = [];
      const leaf = descend(root, segments, 0, values)?.leaf;
      if (!leaf) return undefined;
      const path: Record<string, string> = {};
      leaf.names.forEach((name, index) => {
        path[name] = values[index] ?? '';
      });
      return { methods: leaf.methods, path };
    },
  };
}

function createNode<Target>(): Node<Target> {
  return { literals: new Map(), template: undefined, leaf: undefined };
}

function descend<Target>(
  node: Node<Target>,
  segments: readonly string[],
  index: number,
  values: string[],
): Node<Target> | undefined {
  const segment = segments[index];
  if (segment === undefined) return node.leaf ? node : undefined;
  const literal = node.literals.get(segment);
  const found = literal && descend(literal, segments, index + 1, values);
  if (found) return found;
  if (!node.template || segment === '') return undefined;
  values.push(segment);
  const templated = descend(node.template, segments, index + 1, values);
  if (!templated) values.pop();
  return templated;
}
