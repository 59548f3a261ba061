import { DatabaseSync } from 'node:sqlite';

/** Every column of every row of every table, as text. */
export function readEveryTable(file: string): string {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all();
    return tables
      .flatMap(({ name }) => database.prepare(`SELECT * FROM "${String(name)}"`).all().map((row) => [name, ...Object.entries(row).flat()]))
      .map((row) => row.map((value) => (value instanceof Uint8Array ? Buffer.from(value).toString('hex') : String(value))).join('\n'))
      .join('\n\n');
  } finally {
    database.close();
  }
}
