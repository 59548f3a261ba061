import type { CreateTableBuilder, Kysely, Selectable } from 'kysely';

/**
 * Everything that the mock remembers, table by table. Only column types that SQLite and PostgreSQL share: text (times are
 * RFC 3339 with milliseconds, which sort as text; documents are JSON) and integer (flags are 0 or 1). Columns carry the
 * names of the wire, so that nothing is renamed on the way.
 */
interface Column {
  type: 'text' | 'integer';
  optional: boolean;
  key?: boolean;
  /** The table whose `id` it holds. */
  references?: string;
  /** Goes with the row that it references. */
  cascades?: boolean;
}

const text = { type: 'text', optional: false } as const;
const optionalText = { type: 'text', optional: true } as const;
const integer = { type: 'integer', optional: false } as const;
const optionalInteger = { type: 'integer', optional: true } as const;
const key = { ...text, key: true } as const;
const customer = { ...text, references: 'customers' } as const;
const wallet = { ...text, references: 'wallets' } as const;

const tables = {
  /** The clock's offset and the keys of the mock itself: what a restart must not change. */
  settings: { name: key, value: text },

  customers: {
    id: key,
    name: text,
    refId: optionalText,
    hasPin: integer,
    hasRecovery: integer,
    /** Wrong PINs and wrong recovery answers in a row. */
    wrongAttempts: integer,
    lockedUntil: optionalText,
    createdAt: text,
    updatedAt: text,
  },

  challenges: {
    id: key,
    customerId: customer,
    task: text,
    status: text,
    /** SHA-256 of the Gateway token. The token itself is in the answer to the caller and nowhere else. */
    tokenHash: text,
    returnUrl: text,
    state: optionalText,
    /** JSON: what the user is shown. */
    display: text,
    /** JSON: the request, echoed to the caller. */
    metadata: text,
    /** JSON: what approval carries out. */
    payload: text,
    result: optionalText,
    failureCode: optionalText,
    failureMessage: optionalText,
    createdAt: text,
    expiresAt: text,
    finishedAt: optionalText,
    /** When its user set out to recover a forgotten PIN. */
    recoveryStartedAt: optionalText,
  },

  wallets: {
    id: key,
    customerId: customer,
    blockchain: text,
    addressIndex: integer,
    address: text,
    publicKey: text,
    derivationPath: text,
    name: optionalText,
    refId: optionalText,
    createdAt: text,
    updatedAt: text,
  },

  tokens: {
    id: key,
    blockchain: text,
    standard: text,
    /** Empty for a native token: NULL would not count as equal in the unique index. */
    address: text,
    name: text,
    symbol: text,
    decimals: integer,
    createdAt: text,
  },

  transactions: {
    id: key,
    blockchain: text,
    walletId: wallet,
    customerId: customer,
    /** No reference: challenges are forgotten, transactions are not. */
    challengeId: text,
    operation: text,
    status: text,
    feeLevel: text,
    refId: optionalText,
    destinationAddress: optionalText,
    tokenId: optionalText,
    contractAddress: optionalText,
    transactionHash: text,
    /** EVM and NEAR. */
    nonce: optionalInteger,
    /** JSON: what else the API shows of it, and what it does in the ledger. */
    details: text,
    replaces: optionalText,
    replacedBy: optionalText,
    failureCode: optionalText,
    failureMessage: optionalText,
    blockNumber: optionalInteger,
    /** When it moves on by itself; none once it is finished. */
    nextAt: optionalText,
    createdAt: text,
    updatedAt: text,
    signedAt: optionalText,
    broadcastAt: optionalText,
    confirmedAt: optionalText,
  },

  /** Who has how much of what, on every chain but Bitcoin. Holders are addresses, also those of nobody's wallet. */
  balances: {
    blockchain: text,
    holder: text,
    /** The token's address; empty for the native token. */
    asset: text,
    /** Empty but for NFTs. */
    nftTokenId: text,
    /** Base units, which are more than an integer column holds. */
    amount: text,
  },

  /** Who may take how much of whose tokens. */
  approvals: {
    blockchain: text,
    asset: text,
    owner: text,
    spender: text,
    /** One NFT; `*` for all of the owner's; empty for a fungible token. */
    nftTokenId: text,
    amount: text,
  },

  /** Bitcoin: the outputs of the ledger, spent and unspent. */
  coins: {
    blockchain: text,
    txid: text,
    vout: integer,
    holder: text,
    /** In satoshi. */
    amount: text,
    /** The transaction in a block that spent it. */
    spentBy: optionalText,
  },

  webhookEndpoints: {
    id: key,
    url: text,
    description: optionalText,
    /** JSON: the subscriptions. */
    events: text,
    status: text,
    disabledReason: optionalText,
    secret: text,
    previousSecret: optionalText,
    previousSecretExpiresAt: optionalText,
    /** Whether it was given at the start of the mock: then a reset leaves it. */
    givenAtStart: integer,
    createdAt: text,
    updatedAt: text,
  },

  /** The outbox: what happened, written with the change itself. */
  events: {
    id: key,
    event: text,
    /** The id of what it is about: events of one resource arrive in order. */
    resourceId: text,
    /** To the byte as it is sent. */
    body: text,
    createdAt: text,
  },

  webhookDeliveries: {
    id: key,
    webhookEndpointId: { ...text, references: 'webhookEndpoints', cascades: true },
    eventId: { ...text, references: 'events' },
    event: text,
    resourceId: text,
    status: text,
    attemptCount: integer,
    /** How many attempts of the present schedule were made. */
    scheduledAttempts: integer,
    /** How often an attempt was asked for that is yet to be made: one is made for all of them. */
    redelivery: integer,
    /** None while it waits for an earlier one of the same resource, and once it is over. */
    nextAttemptAt: optionalText,
    responseStatus: optionalInteger,
    createdAt: text,
    completedAt: optionalText,
  },

  webhookAttempts: {
    deliveryId: { ...text, references: 'webhookDeliveries', cascades: true },
    number: integer,
    trigger: text,
    url: text,
    attemptedAt: text,
    answeredAt: optionalText,
    responseStatus: optionalInteger,
    responseBody: optionalText,
    error: optionalText,
  },

  /** Node 1: the salts and the wrapped copies of its share, as JSON. */
  nodeOneRecords: { customerId: { ...customer, key: true }, record: text },

  /** Node 2: its share. */
  nodeTwoShares: { customerId: { ...customer, key: true }, share: text },

  /** The recovery service: the secret that it releases against an e-mail code. */
  recoverySecrets: { customerId: { ...customer, key: true }, secret: text },

  recoveryCodes: {
    challengeId: { ...key, references: 'challenges', cascades: true },
    email: text,
    codeHash: text,
    expiresAt: text,
    attemptsRemaining: integer,
    /** Set once the right code came in. */
    consumed: integer,
  },

  /** Fingerprints of sealed secrets that were used: each is good once. */
  usedSecrets: { fingerprint: key, expiresAt: text },

  emails: {
    id: key,
    challengeId: text,
    customerId: text,
    recipient: text,
    subject: text,
    text,
    code: text,
    createdAt: text,
  },

  idempotencyKeys: {
    /** SHA-256 of the key. The key itself decrypts the answer. */
    keyHash: key,
    fingerprint: text,
    answer: text,
    expiresAt: text,
  },
} as const satisfies Record<string, Record<string, Column>>;

type Tables = typeof tables;
type Value<C extends Column> =
  | (C['type'] extends 'integer' ? number : string)
  | (C['optional'] extends true ? null : never);

export type Schema = {
  -readonly [Table in keyof Tables]: { -readonly [Name in keyof Tables[Table]]: Value<Tables[Table][Name] & Column> };
};

/** A row as it is read. */
export type Row<Table extends keyof Schema> = Selectable<Schema[Table]>;

const unique: [keyof Tables, string[]][] = [
  ['wallets', ['customerId', 'blockchain', 'addressIndex']],
  ['tokens', ['blockchain', 'address']],
  ['balances', ['blockchain', 'holder', 'asset', 'nftTokenId']],
  ['approvals', ['blockchain', 'asset', 'owner', 'spender', 'nftTokenId']],
  ['coins', ['blockchain', 'txid', 'vout']],
  ['webhookAttempts', ['deliveryId', 'number']],
];

const indexes: [keyof Tables, string[]][] = [
  ['challenges', ['customerId', 'task', 'status']],
  ['challenges', ['status', 'expiresAt']],
  ['challenges', ['finishedAt']],
  ['wallets', ['address']],
  ['wallets', ['refId']],
  ['transactions', ['walletId', 'status']],
  ['transactions', ['nextAt']],
  ['transactions', ['transactionHash']],
  ['transactions', ['refId']],
  ['transactions', ['destinationAddress']],
  ['transactions', ['contractAddress']],
  ['transactions', ['tokenId']],
  ['balances', ['blockchain', 'asset', 'nftTokenId']],
  ['coins', ['blockchain', 'holder']],
  ['events', ['createdAt']],
  ['webhookDeliveries', ['webhookEndpointId', 'resourceId', 'status']],
  ['webhookDeliveries', ['webhookEndpointId', 'status', 'nextAttemptAt']],
  ['webhookDeliveries', ['webhookEndpointId', 'createdAt']],
  ['webhookDeliveries', ['createdAt']],
  ['webhookDeliveries', ['completedAt']],
  ['webhookDeliveries', ['eventId']],
  ['usedSecrets', ['expiresAt']],
  ['emails', ['recipient', 'createdAt']],
  ['idempotencyKeys', ['expiresAt']],
];

/** The tables, in an order in which every row can be deleted: those that reference others come first. */
export const tablesToEmpty = (Object.keys(tables) as (keyof Tables)[]).filter((table) => table !== 'settings').toReversed();

/** Creates every table and index that is not there yet. */
export async function createSchema(db: Kysely<Schema>): Promise<void> {
  for (const [table, columns] of Object.entries(tables)) {
    let builder: CreateTableBuilder<string> = db.schema.createTable(table).ifNotExists();
    for (const [name, column] of Object.entries<Column>(columns)) {
      builder = builder.addColumn(name, column.type, (definition) => {
        let defined = column.optional ? definition : definition.notNull();
        if (column.key === true) defined = defined.primaryKey();
        if (column.references !== undefined) defined = defined.references(`${column.references}.id`);
        return column.cascades === true ? defined.onDelete('cascade') : defined;
      });
    }
    await builder.execute();
  }
  for (const [table, columns] of unique) await indexOf(db, table, columns).unique().execute();
  for (const [table, columns] of indexes) await indexOf(db, table, columns).execute();
}

function indexOf(db: Kysely<Schema>, table: string, columns: string[]) {
  const name = `${table}By${columns.map((column) => column[0]?.toUpperCase() + column.slice(1)).join('And')}`;
  return db.schema.createIndex(name).ifNotExists().on(table).columns(columns);
}
