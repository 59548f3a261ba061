import type { Compilable, CompiledQuery } from 'kysely';
import type { Store } from './database.ts';

type Parameter = string | number | null;

/**
 * A query that is built and compiled at its first call and only run after that, for the few that are called most:
 * building takes three times as long as running. `build` gives any values; each call gives the real ones, in their order.
 */
export function compileOnce<Row>(
  build: (db: Store) => Compilable<Row>,
): (db: Store, parameters: Parameter[]) => Promise<Row[]> {
  // By adapter, because that is the same for a database and its transactions, and another for another dialect.
  const compiled = new WeakMap<object, CompiledQuery<Row>>();
  return async (db, parameters) => {
    const { adapter } = db.getExecutor();
    const query: CompiledQuery<Row> = compiled.get(adapter) ?? build(db).compile();
    compiled.set(adapter, query);
    const { rows } = await db.executeQuery<Row>({ ...query, parameters });
    return rows;
  };
}
