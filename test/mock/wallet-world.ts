import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { parseUnits } from 'viem';
import type { components } from '../../generated/types.ts';
import { sealSecret } from '../../mock/protocol/seal.ts';
import { type Fixture, required, returnUrl } from './mock-fixture.ts';

type Schemas = components['schemas'];
type Transaction = Schemas['Transaction'];

interface Wish {
  level: Schemas['FeeLevel'];
  /** Whether it is asked for once more under the same key, and whether the user approves it at once. */
  again: boolean;
  approve: boolean;
}

/** What one customer and their application may do, in whatever order. `which` counts back from what is newest. */
export type Command =
  | ({ do: 'transfer'; wallet: number; amount: number; asset: 'native' | 'token'; to: 'self' | 'other' } & Wish)
  | { do: 'sign'; wallet: number; again: boolean }
  | { do: 'replace'; task: 'cancel' | 'accelerate'; which: number; approve: boolean }
  | { do: 'approve'; which: number; pin: 'right' | 'wrong'; atOnce: number }
  | { do: 'reject' | 'cancel' | 'expire'; which: number }
  | { do: 'move'; which: number; to: 'broadcast' | 'confirmed' | 'failed' }
  | { do: 'fund'; wallet: number; asset: 'native' | 'token' }
  | { do: 'wait'; seconds: number };

interface Chain {
  decimals: number;
  /** What a new wallet gets. */
  gift: string;
  /** Little, much, and more than anyone has. */
  amounts: readonly [string, string, string];
  funding: string;
  stranger: string;
}

const chains = {
  'ETH-SEPOLIA': {
    decimals: 18, gift: '0.05', amounts: ['0.001', '0.03', '700'], funding: '0.04', stranger: '0x70997970C51812dc3A010C7d01b50e0d17dc79C8',
  },
  'BTC-TESTNET': {
    decimals: 8, gift: '0.005', amounts: ['0.0002', '0.0035', '21'], funding: '0.002', stranger: 'tb1qw508d6qejxtdg4y5r3zarvary0c5xw7kxpjzsx',
  },
  'SOL-TESTNET': {
    decimals: 9, gift: '0.5', amounts: ['0.01', '0.4', '900'], funding: '0.3', stranger: '9WzDXwBbmkg8ZTbNMqUxvQRAyrZzDsGYdLVL9zYtAWWM',
  },
  'NEAR-TESTNET': { decimals: 24, gift: '1', amounts: ['0.01', '0.9', '900'], funding: '0.5', stranger: 'grace.testnet' },
} as const satisfies Record<string, Chain>;

type ChainId = keyof typeof chains;

interface Wallet {
  id: string;
  address: string;
  chain: ChainId;
}

interface Asked {
  id: string;
  task: string;
  redirectUrl: string;
  customerId: string;
}

interface Answer {
  data?: { data: Asked };
  error?: { code: string };
  response: Response;
}

const [rightSecret, wrongSecret, answersSecret] = [1, 2, 3].map((byte) => new Uint8Array(32).fill(byte));
const salt = Buffer.alloc(16, 7).toString('base64');
const refusals = new Set(['pin_incorrect', 'customer_locked', 'challenge_not_pending', 'challenge_expired', 'challenge_not_found']);

/** How far a transaction is: none ever goes back. */
const progress = ['signed', 'broadcast', 'confirmed', 'failed', 'cancelled'];

/** What the faucet gave, by chain and asset, in base units: over all worlds of a mock. */
export type Given = Map<string, bigint>;

/**
 * One customer with a wallet on a chain of each family, and a model of what may be true of them. `play` does one thing and
 * judges the answer; `judge` looks at everything.
 *
 * The page's work is done here without Argon2id, which would cost more than all the rest: to Node 1 a secret is 32 bytes.
 */
export async function createWorld(fixture: Fixture, tokenId: string, given: Given) {
  const { api, mock } = fixture;
  const { context } = mock;
  const customerId = (await fixture.createCustomer()).id;
  const ours = { path: { customerId } };
  const asked: Asked[] = [];
  const ended = new Map<string, string>();
  const approvals = new Map<string, number>();
  const seen = new Map<string, Transaction>();

  const seal = async (challengeId: string, secret: Uint8Array | undefined, purpose: 'pin' | 'new-pin' | 'answers' = 'pin') =>
    sealSecret({
      secret: required(secret), context: purpose, challengeId, timestamp: context.clock.now(), publicKeyPem: await context.nodeOneKey.publicKeyPem(),
    });
  const give = (chain: ChainId, asset: 'native' | 'token', amount: string) => {
    const key = `${chain} ${asset}`;
    given.set(key, (given.get(key) ?? 0n) + parseUnits(amount, asset === 'token' ? 6 : chains[chain].decimals));
  };
  const read = async (challengeId: string) => {
    const params = { path: { customerId, challengeId } };
    const { data, error } = await api.GET('/v2/customers/{customerId}/challenges/{challengeId}', { params });
    return data?.data ?? required(error).code;
  };
  const transactionOf = async (transactionId: string): Promise<Transaction> =>
    required((await api.GET('/v2/transactions/{transactionId}', { params: { path: { transactionId } } })).data).data;
  const pick = <Value>(list: readonly Value[], which: number): Value | undefined => list.at(-1 - (which % list.length));

  const wallets = await onboard();
  const own = { native: new Map<string, bigint>(), token: new Map<string, bigint>() };
  for (const { id, chain } of wallets) {
    own.native.set(id, parseUnits(chains[chain].gift, chains[chain].decimals));
    own.token.set(id, 0n);
    give(chain, 'native', chains[chain].gift);
  }

  /** A customer sets the PIN, and gets wallets in the same approval. */
  async function onboard(): Promise<Wallet[]> {
    const blockchains = Object.keys(chains) as ChainId[];
    const { data } = await api.POST('/v2/customers/{customerId}/initialize', { params: ours, body: { redirectUrl: returnUrl, blockchains } });
    const challenge = required(data).data;
    asked.push(challenge);
    const { error } = await fixture.gateway(challenge).POST('/gateway/{challengeId}/approve', {
      params: { path: { challengeId: challenge.id } },
      body: {
        action: 'set-pin',
        newPin: { sealedSecret: await seal(challenge.id, rightSecret, 'new-pin'), salt },
        recovery: {
          method: 'questions', questions: [{ questionId: 'first-pet' }, { questionId: 'birth-city' }], salt,
          sealedSecret: await seal(challenge.id, answersSecret, 'answers'),
        },
      },
    });
    expect(error).toBeUndefined();
    approvals.set(challenge.id, 1);
    const { data: listed } = await api.GET('/v2/wallets', { params: { query: { customerIds: customerId, limit: 10 } } });
    return required(listed).data.map(({ id, address, blockchain }) => ({ id, address, chain: blockchain as ChainId }));
  }

  /** Asks, and perhaps asks again with the same key: the answer is the same, and nothing is asked twice. */
  async function ask(send: (idempotencyKey: string) => Promise<Answer>, { again, approve: isApproved }: { again: boolean; approve: boolean }) {
    const key = randomUUID();
    const first = await send(key);
    if (first.data !== undefined) {
      asked.push(first.data.data);
      if (isApproved) await approve(first.data.data, 'right', 1);
    } else expect(['insufficient_funds', 'customer_locked', 'transaction_not_replaceable', 'unsupported_operation']).toContain(first.error?.code);
    if (!again) return;
    const second = await send(key);
    expect({ data: second.data, code: second.error?.code }).toEqual({ data: first.data, code: first.error?.code });
    if (first.data !== undefined) expect(second.response.headers.get('idempotent-replayed')).toBe('true');
  }

  async function approve({ id, redirectUrl }: Asked, pin: 'right' | 'wrong', times: number): Promise<void> {
    const before = await read(id);
    const isPending = typeof before === 'object' && before.status === 'pending';
    const secret = pin === 'right' ? rightSecret : wrongSecret;
    const sealed = await Promise.all(Array.from({ length: times }, () => seal(id, secret)));
    const gateway = fixture.gateway({ id, customerId, redirectUrl });
    const params = { path: { challengeId: id } };
    const answers = await Promise.all(
      sealed.map((sealedSecret) => gateway.POST('/gateway/{challengeId}/approve', { params, body: { action: 'confirm', pin: { sealedSecret } } })),
    );
    for (const { data, error } of answers) {
      if (error !== undefined) {
        expect([...refusals, 'insufficient_funds']).toContain(error.code);
        if (pin === 'right') expect(error.code).not.toBe('pin_incorrect');
        continue;
      }
      expect({ pin, isPending }).toEqual({ pin: 'right', isPending: true });
      expect(required(data).data.status).toMatch(/^(verified|failed)$/);
      approvals.set(id, (approvals.get(id) ?? 0) + 1);
    }
  }

  async function play(command: Command): Promise<void> {
    switch (command.do) {
      case 'transfer': {
        const wallet = required(pick(wallets, command.wallet));
        const { amounts, stranger } = chains[wallet.chain];
        const isToken = command.asset === 'token' && wallet.chain === 'ETH-SEPOLIA';
        const body = {
          walletId: wallet.id,
          destinationAddress: command.to === 'self' ? wallet.address : stranger,
          amounts: [required((isToken ? ['1', '4', '1000000'] : amounts)[command.amount % 3])],
          ...(isToken ? { tokenId } : {}),
          feeLevel: command.level,
          redirectUrl: returnUrl,
        };
        return ask(
          (idempotencyKey) =>
            api.POST('/v2/customers/{customerId}/transactions/transfer', { params: ours, body: { ...body, idempotencyKey } }),
          command,
        );
      }
      case 'sign': {
        const { id: walletId } = required(pick(wallets, command.wallet));
        const body = { walletId, message: 'Sign in to Example', redirectUrl: returnUrl };
        return ask(
          (idempotencyKey) => api.POST('/v2/customers/{customerId}/sign/message', { params: ours, body: { ...body, idempotencyKey } }),
          { again: command.again, approve: false },
        );
      }
      case 'replace': {
        const transactionId = pick([...seen.keys()], command.which);
        if (transactionId === undefined) return;
        const params = { path: { customerId, transactionId } };
        const body = { redirectUrl: returnUrl };
        return ask(
          () =>
            command.task === 'cancel'
              ? api.POST('/v2/customers/{customerId}/transactions/{transactionId}/cancel', { params, body })
              : api.POST('/v2/customers/{customerId}/transactions/{transactionId}/accelerate', { params, body }),
          { again: false, approve: command.approve },
        );
      }
      case 'approve': {
        const challenge = pick(asked, command.which);
        if (challenge !== undefined && challenge.task !== 'initialize') await approve(challenge, command.pin, command.atOnce);
        return;
      }
      case 'reject':
      case 'expire':
      case 'cancel': {
        const { id: challengeId } = required(pick(asked, command.which));
        const wasEnded = ended.has(challengeId);
        const params = { path: { challengeId } };
        const { error } = await {
          reject: () => api.POST('/sandbox/challenges/{challengeId}/reject', { params }),
          expire: () => api.POST('/sandbox/challenges/{challengeId}/expire', { params }),
          cancel: () => api.POST('/v2/customers/{customerId}/challenges/{challengeId}/cancel', { params: { path: { customerId, challengeId } } }),
        }[command.do]();
        if (wasEnded) expect(refusals).toContain(error?.code);
        return;
      }
      case 'move': {
        const transactionId = pick([...seen.keys()], command.which);
        if (transactionId === undefined) return;
        const params = { path: { transactionId } };
        const { error } = await api.POST('/sandbox/transactions/{transactionId}/advance', { params, body: { to: command.to } });
        if (error !== undefined) expect(error.code).toBe('transaction_not_advanceable');
        return;
      }
      case 'fund': {
        const { id: walletId, chain } = required(pick(wallets, command.wallet));
        const isToken = command.asset === 'token' && chain === 'ETH-SEPOLIA';
        const asset = isToken ? 'token' : 'native';
        const amount = isToken ? '5' : chains[chain].funding;
        const body = { amount, ...(isToken ? { tokenId } : {}) };
        const { error } = await api.POST('/sandbox/wallets/{walletId}/fund', { params: { path: { walletId } }, body });
        expect(error).toBeUndefined();
        give(chain, asset, amount);
        own[asset].set(walletId, (own[asset].get(walletId) ?? 0n) + parseUnits(amount, isToken ? 6 : chains[chain].decimals));
        return;
      }
      case 'wait':
        return wait(command.seconds);
    }
  }

  /** In steps: a challenge that expires is seen as such before it is forgotten. */
  async function wait(seconds: number): Promise<void> {
    for (let left = seconds; left > 0; left -= 600) {
      await api.POST('/sandbox/clock/advance', { body: { seconds: Math.min(left, 600) } });
      await look();
    }
  }

  /** Looks at every challenge and every transaction, and holds them to what they were. */
  async function look(): Promise<void> {
    for (const { id } of asked) {
      const shown = await read(id);
      const before = ended.get(id);
      if (typeof shown === 'string') expect([shown, before === undefined]).toEqual(['challenge_not_found', false]);
      else {
        const now = shown.status === 'pending' ? undefined : JSON.stringify([shown.status, shown.failure, shown.result]);
        if (before !== undefined) expect(now).toBe(before);
        if (now !== undefined) ended.set(id, now);
        if (shown.status === 'verified') expect(approvals.get(id)).toBe(1);
        if (shown.result !== undefined && 'transactionId' in shown.result) await watch(shown.result.transactionId);
      }
      expect(approvals.get(id) ?? 0).toBeLessThanOrEqual(1);
    }
    for (const id of seen.keys()) await watch(id);
    const { data } = await api.GET('/v2/transactions', { params: { query: { limit: 100, walletIds: wallets.map(({ id }) => id).join(',') } } });
    expect(new Set(required(data).data.map(({ id }) => id))).toEqual(new Set(seen.keys()));
  }

  async function watch(id: string): Promise<void> {
    const [before, now] = [seen.get(id), await transactionOf(id)];
    seen.set(id, now);
    if (before === undefined) return;
    expect(now.transactionHash).toBe(before.transactionHash);
    expect(progress.indexOf(now.status)).toBeGreaterThanOrEqual(progress.indexOf(before.status));
    if (progress.indexOf(before.status) >= 2) expect(now.status).toBe(before.status);
  }

  /** What each wallet must have by what the API says of its transactions: in a block they move, and a fee is charged. */
  async function balance(): Promise<void> {
    for (const wallet of wallets) {
      let [native, token] = [own.native.get(wallet.id) ?? 0n, own.token.get(wallet.id) ?? 0n];
      for (const { walletId, status, networkFee, amounts, tokenId, destinationAddress } of seen.values()) {
        if (walletId !== wallet.id) continue;
        native -= parseUnits(networkFee?.amount ?? '0', chains[wallet.chain].decimals);
        if (status !== 'confirmed' || destinationAddress === wallet.address) continue;
        if (tokenId === undefined) native -= parseUnits(amounts?.[0] ?? '0', chains[wallet.chain].decimals);
        else token -= parseUnits(amounts?.[0] ?? '0', 6);
      }
      const { data } = await api.GET('/v2/wallets/{walletId}/balances', { params: { path: { walletId: wallet.id } } });
      const shown = (standard: string, decimals: number) =>
        parseUnits(required(data).data.find((one) => one.token.standard === standard)?.amount ?? '0', decimals);
      expect({ native: shown('native', chains[wallet.chain].decimals), token: shown('erc20', 6) }, wallet.chain).toEqual({ native, token });
    }
  }

  /** Every change has its event, in its order, and no event has none. */
  async function outbox(): Promise<void> {
    const rows = await context.db.selectFrom('events').select(['event', 'resourceId', 'body']).orderBy('id').execute();
    const of = (id: string) => rows.filter(({ resourceId }) => resourceId === id);
    const eventsOf = (id: string) => of(id).map(({ event }) => event);
    for (const { id } of wallets) expect(eventsOf(id)).toEqual(['wallet.created']);
    const failures = asked.map(({ id }) => {
      expect(eventsOf(id)).toEqual(['challenge.completed']);
      const { data } = JSON.parse(required(of(id)[0]).body) as { data: { status: string; failure?: { code: string } } };
      expect(ended.get(id)).toMatch(new RegExp(`^\\["${data.status}",(null|\\{"code":"${data.failure?.code}")`));
      return data.failure?.code;
    });
    const lockouts = failures.filter((code) => code === 'locked_out').map(() => 'customer.locked_out');
    expect(eventsOf(customerId)).toEqual(['customer.created', 'customer.pin_setup', ...lockouts]);
    for (const { id, status, broadcastAt, replacedBy } of seen.values()) {
      const replacement = asked.find((one) => one.id === seen.get(replacedBy ?? '')?.challengeId)?.task;
      const end = status !== 'cancelled' ? status : replacement === 'cancel-transaction' ? 'cancelled' : 'accelerated';
      const wanted = ['created', 'signed', ...(broadcastAt === undefined ? [] : ['broadcast']), end];
      expect(eventsOf(id)).toEqual(wanted.map((name) => `transaction.${name}`));
    }
  }

  return {
    play: async (command: Command) => {
      await play(command);
      await look();
    },
    /** Lets everything come to its end, and looks at all of it. */
    end: async () => {
      await wait(15 * 60);
      for (const { status } of seen.values()) expect(status).toMatch(/^(confirmed|failed|cancelled)$/);
      await balance();
      await outbox();
    },
  };
}
