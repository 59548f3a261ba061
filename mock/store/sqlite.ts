import { closeSync, openSync } from 'node:fs';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { type SqliteDatabase, SqliteDialect, type SqliteStatement } from 'kysely';
import { StoreError } from './store-error.ts';

const applicationId = 0x506c_424b;
const formatVersion = 2;
const statementLimit = 500;

/**
 * Opens a data file, or a database in memory, for Kysely.
 *
 * WAL with synchronous=FULL: an answer leaves only after its transaction is on the disk, so that what was acknowledged
 * survives a power cut, not only a crash of the process (which NORMAL would survive too). In memory neither costs anything.
 * The exclusive lock turns a second mock on the same file into an error at its start, instead of two that disagree.
 */
export function createSqliteDialect(file: string | undefined): SqliteDialect {
  return new SqliteDialect({ database: adapt(open(file)) });
}

function open(file: string | undefined): DatabaseSync {
  let database: DatabaseSync | undefined;
  try {
    // It holds the nodes' keys: a new file, and with it its journal, is for its owner alone.
    if (file !== undefined) closeSync(openSync(file, 'a', 0o600));
    database = new DatabaseSync(file ?? ':memory:', { timeout: 0 });
    database.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA foreign_keys = ON;');
    checkFormat(database, file);
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; BEGIN IMMEDIATE; COMMIT;');
    return database;
  } catch (error) {
    database?.close();
    throw error instanceof StoreError ? error : new StoreError(explain(error, file));
  }
}

function checkFormat(database: DatabaseSync, file: string | undefined): void {
  const found = readNumber(database, 'application_id');
  const isEmpty = database.prepare('SELECT count(*) AS n FROM sqlite_schema').get()?.n === 0;
  if (isEmpty && found === 0) {
    database.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${formatVersion};`);
    return;
  }
  if (found !== applicationId) {
    throw new StoreError(
      `${file} is a database of another program. Give --data a file of this mock, or one that does not exist.`,
    );
  }
  const version = readNumber(database, 'user_version');
  if (version !== formatVersion) {
    throw new StoreError(
      `${file} was written by another version of this mock (format ${version}, this one reads ${formatVersion}). ` +
        'Give --data another file.',
    );
  }
  const check = database.prepare('PRAGMA quick_check(1)').get();
  if (check?.quick_check !== 'ok') {
    throw new StoreError(`${file} is damaged (${String(check?.quick_check)}). Restore a copy, or give --data another file.`);
  }
}

function readNumber(database: DatabaseSync, pragma: 'application_id' | 'user_version'): unknown {
  return database.prepare(`PRAGMA ${pragma}`).get()?.[pragma];
}

function explain(error: unknown, file: string | undefined): string {
  const reason = error instanceof Error ? error.message : String(error);
  if (/not a database|malformed/.test(reason)) {
    return `${file} is not a data file of this mock, or is damaged (${reason}). Give --data another file.`;
  }
  if (/locked|busy/.test(reason)) return `${file} is in use by another mock. Stop that one, or give --data another file.`;
  return `${file} cannot be opened (${reason}). Give --data a file in a folder that exists and that you may write to.`;
}

/** `node:sqlite` with the shape that Kysely's SQLite dialect knows, and every statement prepared once. */
function adapt(database: DatabaseSync): SqliteDatabase {
  const statements = new Map<string, SqliteStatement>();
  return {
    close: () => database.close(),
    prepare(sql) {
      let statement = statements.get(sql);
      if (statement === undefined) {
        if (statements.size === statementLimit) statements.clear();
        statement = adaptStatement(database.prepare(sql));
        statements.set(sql, statement);
      }
      return statement;
    },
  };
}

function adaptStatement(statement: StatementSync): SqliteStatement {
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...parameters.map(toSqlValue)),
    run: (parameters) => statement.run(...parameters.map(toSqlValue)),
    iterate: (parameters) => statement.iterate(...parameters.map(toSqlValue)),
  };
}

function toSqlValue(value: unknown): SQLInputValue {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint') return value;
  throw new TypeError(`a column takes text or a number, not ${typeof value}`);
}
