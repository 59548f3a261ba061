import type { Kysely } from 'kysely';

/**
 * Everything that the mock remembers. Only column types that SQLite and PostgreSQL share: text (times are RFC 3339 with
 * milliseconds, which sort as text; documents are JSON) and integer (flags are 0 or 1). Columns carry the names of the
 * wire, so that nothing is renamed on the way.
 */
export interface Schema {
  settings: SettingsTable;
  customers: CustomersTable;
  challenges: ChallengesTable;
  wallets: WalletsTable;
  tokens: TokensTable;
  nodeOneRecords: NodeOneRecordsTable;
  nodeTwoShares: NodeTwoSharesTable;
  recoverySecrets: RecoverySecretsTable;
  recoveryCodes: RecoveryCodesTable;
  usedSecrets: UsedSecretsTable;
  emails: EmailsTable;
  idempotencyKeys: IdempotencyKeysTable;
}

/** The clock's offset and the keys of the mock itself: what a restart must not change. */
export interface SettingsTable {
  name: string;
  value: string;
}

export interface CustomersTable {
  id: string;
  name: string;
  refId: string | null;
  hasPin: number;
  hasRecovery: number;
  /** Wrong PINs and wrong recovery answers in a row. */
  wrongAttempts: number;
  lockedUntil: string | null;
  createdAt: string;
  updatedAt: string;
}

export interface ChallengesTable {
  id: string;
  customerId: string;
  task: string;
  status: string;
  /** SHA-256 of the Gateway token. The token itself is in the answer to the caller and nowhere else. */
  tokenHash: string;
  returnUrl: string;
  state: string | null;
  /** JSON: what the user is shown. */
  display: string;
  /** JSON: the request, echoed to the caller. */
  metadata: string;
  /** JSON: what approval carries out. */
  payload: string;
  result: string | null;
  failureCode: string | null;
  failureMessage: string | null;
  createdAt: string;
  expiresAt: string;
  finishedAt: string | null;
}

export interface WalletsTable {
  id: string;
  customerId: string;
  blockchain: string;
  addressIndex: number;
  address: string;
  publicKey: string;
  derivationPath: string;
  name: string | null;
  refId: string | null;
  createdAt: string;
  updatedAt: string;
}

export interface TokensTable {
  id: string;
  blockchain: string;
  standard: string;
  /** Empty for a native token: NULL would not count as equal in the unique index. */
  address: string;
  name: string;
  symbol: string;
  decimals: number;
  createdAt: string;
}

/** Node 1: the salts and the wrapped copies of its share, as JSON. */
export interface NodeOneRecordsTable {
  customerId: string;
  record: string;
}

/** Node 2: its share. */
export interface NodeTwoSharesTable {
  customerId: string;
  share: string;
}

/** The recovery service: the secret that it releases against an e-mail code. */
export interface RecoverySecretsTable {
  customerId: string;
  secret: string;
}

export interface RecoveryCodesTable {
  challengeId: string;
  email: string;
  codeHash: string;
  expiresAt: string;
  attemptsRemaining: number;
  /** Set once the right code came in. */
  consumed: number;
}

/** Fingerprints of sealed secrets that were used: each is good once. */
export interface UsedSecretsTable {
  fingerprint: string;
  expiresAt: string;
}

export interface EmailsTable {
  id: string;
  challengeId: string;
  customerId: string;
  recipient: string;
  subject: string;
  text: string;
  code: string;
  createdAt: string;
}

export interface IdempotencyKeysTable {
  /** SHA-256 of the key. The key itself decrypts the answer. */
  keyHash: string;
  fingerprint: string;
  answer: string;
  expiresAt: string;
}

/** Creates every table that is not there yet. */
export async function createSchema(db: Kysely<Schema>): Promise<void> {
  await db.schema
    .createTable('settings')
    .ifNotExists()
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('value', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('customers')
    .ifNotExists()
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('refId', 'text')
    .addColumn('hasPin', 'integer', (column) => column.notNull())
    .addColumn('hasRecovery', 'integer', (column) => column.notNull())
    .addColumn('wrongAttempts', 'integer', (column) => column.notNull())
    .addColumn('lockedUntil', 'text')
    .addColumn('createdAt', 'text', (column) => column.notNull())
    .addColumn('updatedAt', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('challenges')
    .ifNotExists()
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('customerId', 'text', (column) => column.notNull().references('customers.id'))
    .addColumn('task', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('tokenHash', 'text', (column) => column.notNull())
    .addColumn('returnUrl', 'text', (column) => column.notNull())
    .addColumn('state', 'text')
    .addColumn('display', 'text', (column) => column.notNull())
    .addColumn('metadata', 'text', (column) => column.notNull())
    .addColumn('payload', 'text', (column) => column.notNull())
    .addColumn('result', 'text')
    .addColumn('failureCode', 'text')
    .addColumn('failureMessage', 'text')
    .addColumn('createdAt', 'text', (column) => column.notNull())
    .addColumn('expiresAt', 'text', (column) => column.notNull())
    .addColumn('finishedAt', 'text')
    .execute();
  await db.schema
    .createTable('wallets')
    .ifNotExists()
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('customerId', 'text', (column) => column.notNull().references('customers.id'))
    .addColumn('blockchain', 'text', (column) => column.notNull())
    .addColumn('addressIndex', 'integer', (column) => column.notNull())
    .addColumn('address', 'text', (column) => column.notNull())
    .addColumn('publicKey', 'text', (column) => column.notNull())
    .addColumn('derivationPath', 'text', (column) => column.notNull())
    .addColumn('name', 'text')
    .addColumn('refId', 'text')
    .addColumn('createdAt', 'text', (column) => column.notNull())
    .addColumn('updatedAt', 'text', (column) => column.notNull())
    .addUniqueConstraint('walletsByIndex', ['customerId', 'blockchain', 'addressIndex'])
    .execute();
  await db.schema
    .createTable('tokens')
    .ifNotExists()
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('blockchain', 'text', (column) => column.notNull())
    .addColumn('standard', 'text', (column) => column.notNull())
    .addColumn('address', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('symbol', 'text', (column) => column.notNull())
    .addColumn('decimals', 'integer', (column) => column.notNull())
    .addColumn('createdAt', 'text', (column) => column.notNull())
    .addUniqueConstraint('tokensByAddress', ['blockchain', 'address'])
    .execute();
  await db.schema
    .createTable('nodeOneRecords')
    .ifNotExists()
    .addColumn('customerId', 'text', (column) => column.primaryKey().references('customers.id'))
    .addColumn('record', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('nodeTwoShares')
    .ifNotExists()
    .addColumn('customerId', 'text', (column) => column.primaryKey().references('customers.id'))
    .addColumn('share', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('recoverySecrets')
    .ifNotExists()
    .addColumn('customerId', 'text', (column) => column.primaryKey().references('customers.id'))
    .addColumn('secret', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('recoveryCodes')
    .ifNotExists()
    .addColumn('challengeId', 'text', (column) =>
      column.primaryKey().references('challenges.id').onDelete('cascade'),
    )
    .addColumn('email', 'text', (column) => column.notNull())
    .addColumn('codeHash', 'text', (column) => column.notNull())
    .addColumn('expiresAt', 'text', (column) => column.notNull())
    .addColumn('attemptsRemaining', 'integer', (column) => column.notNull())
    .addColumn('consumed', 'integer', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('usedSecrets')
    .ifNotExists()
    .addColumn('fingerprint', 'text', (column) => column.primaryKey())
    .addColumn('expiresAt', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('emails')
    .ifNotExists()
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('challengeId', 'text', (column) => column.notNull())
    .addColumn('customerId', 'text', (column) => column.notNull())
    .addColumn('recipient', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('code', 'text', (column) => column.notNull())
    .addColumn('createdAt', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('idempotencyKeys')
    .ifNotExists()
    .addColumn('keyHash', 'text', (column) => column.primaryKey())
    .addColumn('fingerprint', 'text', (column) => column.notNull())
    .addColumn('answer', 'text', (column) => column.notNull())
    .addColumn('expiresAt', 'text', (column) => column.notNull())
    .execute();
  for (const [table, columns] of indexes) {
    await db.schema
      .createIndex(`${table}By${columns.map((column) => column[0]?.toUpperCase() + column.slice(1)).join('And')}`)
      .ifNotExists()
      .on(table)
      .columns(columns)
      .execute();
  }
}

const indexes: [keyof Schema & string, string[]][] = [
  ['challenges', ['customerId', 'task', 'status']],
  ['challenges', ['status', 'expiresAt']],
  ['challenges', ['finishedAt']],
  ['wallets', ['address']],
  ['wallets', ['refId']],
  ['usedSecrets', ['expiresAt']],
  ['emails', ['recipient', 'createdAt']],
  ['idempotencyKeys', ['expiresAt']],
];
