import { parseTransaction, recoverTransactionAddress, keccak256, type Hex, type TransactionSerializedEIP1559 } from 'viem';
import { Transaction as BitcoinTransaction } from '@scure/btc-signer';
import { describe, expect, it } from 'vitest';
import { type Chain, returnUrl } from './mock-fixture.ts';
import { bob, challengeOf, createWalletFixture, recipients, usdcAddress } from './ledger-fixture.ts';

const usdc = { blockchain: 'ETH-SEPOLIA', standard: 'erc20', address: usdcAddress, symbol: 'USDC', name: 'USD Coin', decimals: 6 } as const;

describe('a transfer', () => {
  it.each<[Chain, string, string]>([
    ['ETH-SEPOLIA', '0.05', '0.0392585'],
    ['BTC-TESTNET', '0.005', '0.00399295'],
    ['SOL-TESTNET', '0.5', '0.48999'],
    ['NEAR-TESTNET', '1', '0.989955'],
  ])('on %s is signed, sent and confirmed by the clock, and moves the money', async (chain, before, after) => {
    const { wallet, tryTransfer, sent, read, balances, advance } = await createWalletFixture(chain);
    const amounts = [chain === 'BTC-TESTNET' ? '0.001' : chain === 'ETH-SEPOLIA' ? '0.0105' : '0.01'];
    const destinationAddress = recipients[chain] ?? '';
    expect(Object.values(await balances(wallet.id))).toEqual([before]);
    const id = await sent(challengeOf(await tryTransfer({ walletId: wallet.id, destinationAddress, amounts })));
    expect(await read(id)).toMatchObject({ status: 'signed', confirmations: 0, feeLevel: 'medium', destinationAddress });
    advance(1000);
    expect(await read(id)).toMatchObject({ status: 'broadcast' });
    expect(Object.values(await balances(wallet.id))).toEqual([before]);
    advance(30_000);
    expect(await read(id)).toMatchObject({ status: 'confirmed', sourceAddress: wallet.address });
    expect(Object.values(await balances(wallet.id))).toEqual([after]);
  });

  it('is a transaction that viem reads back, from the wallet, with the hash of the chain', async () => {
    const { wallet, tryTransfer, sent, read } = await createWalletFixture();
    const id = await sent(challengeOf(await tryTransfer({ walletId: wallet.id, destinationAddress: bob, amounts: ['0.01'], feeLevel: 'low' })));
    const { signedTransaction, transactionHash } = await read(id);
    const serializedTransaction = signedTransaction as TransactionSerializedEIP1559;
    expect(await recoverTransactionAddress({ serializedTransaction })).toBe(wallet.address);
    expect(keccak256(signedTransaction as Hex)).toBe(transactionHash);
    expect(parseTransaction(serializedTransaction)).toMatchObject({ chainId: 11155111, value: 10n ** 16n, gas: 21_000n });
  });

  it('on Bitcoin is a transaction that btc-signer reads back, with its own id', async () => {
    const { wallet, tryTransfer, sent, read } = await createWalletFixture('BTC-TESTNET');
    const destinationAddress = recipients['BTC-TESTNET'] ?? '';
    const id = await sent(challengeOf(await tryTransfer({ walletId: wallet.id, destinationAddress, amounts: ['0.001'] })));
    const { signedTransaction = '', transactionHash } = await read(id);
    const transaction = BitcoinTransaction.fromRaw(Buffer.from(signedTransaction, 'hex'));
    expect(transaction.id).toBe(transactionHash);
    expect(transaction.getOutput(0).amount).toBe(100_000n);
  });

  it('is not signed but as it was shown: the challenge fails', async () => {
    const { mock, wallet, tryTransfer, approve, challenge } = await createWalletFixture();
    const asked = challengeOf(await tryTransfer({ walletId: wallet.id, destinationAddress: bob, amounts: ['0.01'] }));
    const { db } = mock.context;
    const { payload } = await db.selectFrom('challenges').select('payload').where('id', '=', asked.id).executeTakeFirstOrThrow();
    const tampered = payload.replace(bob, wallet.address);
    expect(tampered).not.toBe(payload);
    await db.updateTable('challenges').set({ payload: tampered }).where('id', '=', asked.id).execute();
    expect((await approve(asked.id)).response.status).toBe(200);
    expect(await challenge(asked)).toMatchObject({ status: 'failed', failure: { code: 'signing_failed' } });
    expect(await db.selectFrom('transactions').selectAll().execute()).toEqual([]);
  });

  it('of a token moves the token and charges the fee in the native one', async () => {
    const { wallet, tryTransfer, sent, addToken, fund, balances, advanceTo } = await createWalletFixture();
    const { id: tokenId } = await addToken(usdc);
    await fund(wallet.id, { tokenId, amount: '25.5' });
    const challenge = challengeOf(await tryTransfer({ walletId: wallet.id, destinationAddress: bob, tokenId, amounts: ['25'] }));
    expect(challenge).toMatchObject({
      display: { title: 'Send 25 USDC', fee: { amount: '0.0010725' }, warnings: [{ code: 'first_time_recipient' }] },
    });
    const { data } = await advanceTo(await sent(challenge), 'confirmed');
    expect(data?.data).toMatchObject({ status: 'confirmed', networkFee: { amount: '0.0005180405', symbol: 'ETH' } });
    expect(await balances(wallet.id)).toEqual({ ETH: '0.0494819595', USDC: '0.5' });
  });

  it('of an NFT moves that NFT alone', async () => {
    const { wallet, tryTransfer, sent, addToken, fund, balances, advanceTo } = await createWalletFixture();
    const { id: tokenId } = await addToken({ ...usdc, standard: 'erc721', symbol: 'CATS', decimals: 0 });
    for (const nftTokenId of ['7', '42']) await fund(wallet.id, { tokenId, nftTokenId, amount: '1' });
    const nft = (id: string) => tryTransfer({ walletId: wallet.id, destinationAddress: bob, tokenId, amounts: ['1'], nftTokenIds: [id] });
    await advanceTo(await sent(challengeOf(await nft('42'))), 'confirmed');
    expect(await balances(wallet.id)).toMatchObject({ CATS: '1' });
    expect((await nft('42')).error?.code).toBe('insufficient_funds');
    expect((await nft('7')).error).toBeUndefined();
  });

  it('is refused when there is too little money, at the request and at the approval', async () => {
    const { wallet, tryTransfer, sent, approve, challenge } = await createWalletFixture();
    const send = (amount: string) => tryTransfer({ walletId: wallet.id, destinationAddress: bob, amounts: [amount] });
    expect((await send('0.05')).error).toMatchObject({
      code: 'insufficient_funds',
      message: 'Insufficient funds for transaction: the wallet has 0.05 ETH, the transfer needs 0.05 ETH and a fee of 0.0003465 ETH.',
    });
    const [first, second] = [challengeOf(await send('0.03')), challengeOf(await send('0.03'))];
    await sent(second);
    expect((await approve(first.id)).error?.code).toBe('insufficient_funds');
    expect(await challenge(first)).toMatchObject({ status: 'pending' });
  });

  it('has a nonce of its own, whichever of two is approved first', async () => {
    const { wallet, tryTransfer, sent, read } = await createWalletFixture();
    const send = async () => challengeOf(await tryTransfer({ walletId: wallet.id, destinationAddress: bob, amounts: ['0.001'] }));
    const [first, second] = [await send(), await send()];
    const [later, earlier] = [await sent(second), await sent(first)];
    expect([(await read(earlier)).nonce, (await read(later)).nonce]).toEqual([0, 1]);
  });
});

describe('a replacement', () => {
  it.each<[Chain]>([['ETH-SEPOLIA'], ['BTC-TESTNET']])('on %s cancels what is on its way', async (chain) => {
    const { wallet, tryTransfer, tryReplace, sent, read, advance } = await createWalletFixture(chain);
    const id = await sent(challengeOf(await tryTransfer({ walletId: wallet.id, destinationAddress: recipients[chain] ?? '', amounts: ['0.001'] })));
    const replacement = await sent(challengeOf(await tryReplace(id, 'cancel')));
    advance(1000);
    expect(await read(id)).toMatchObject({ status: 'cancelled', replacedBy: replacement });
    advance(30_000);
    expect(await read(replacement)).toMatchObject({ status: 'confirmed', replaces: id });
    expect((await tryReplace(replacement, 'accelerate')).error?.code).toBe('transaction_not_replaceable');
  });

  it.each<[Chain]>([['SOL-TESTNET'], ['NEAR-TESTNET']])('on %s is refused', async (chain) => {
    const { wallet, tryTransfer, tryReplace, sent } = await createWalletFixture(chain);
    const id = await sent(challengeOf(await tryTransfer({ walletId: wallet.id, destinationAddress: recipients[chain] ?? '', amounts: ['0.01'] })));
    expect((await tryReplace(id, 'cancel')).error?.code).toBe('unsupported_operation');
  });
});

describe('the warnings', () => {
  const stranger = '0x3bFA4769FB09eefC5a80d6E87c3B9C650f7Ae48E';
  const codesOf = ({ data }: { data?: { data: { display: { warnings: { code: string }[] } } } }) =>
    data?.data.display.warnings.map(({ code }) => code);

  it('of a call that pays are those of a transfer, and whom it paid is found', async () => {
    const { wallet, addToken, fund, tryCall, sent, read } = await createWalletFixture();
    const { id: tokenId } = await addToken(usdc);
    await fund(wallet.id, { tokenId, amount: '25' });
    const pay = () =>
      tryCall({ walletId: wallet.id, contractAddress: usdcAddress, abiFunctionSignature: 'transfer(address,uint256)', abiParameters: [bob, '1'] });
    const first = await pay();
    expect(codesOf(first)).toEqual(['first_time_recipient']);
    const transaction = await read(await sent(challengeOf(first)));
    expect(transaction).toMatchObject({ destinationAddress: bob, contractAddress: usdcAddress, metadata: { destinationAddress: usdcAddress } });
    expect(codesOf(await pay())).toEqual([]);
  });

  it('of an approval without a limit come again when it is sped up', async () => {
    const { wallet, customer, api, addToken, tryCall, sent } = await createWalletFixture();
    await addToken(usdc);
    const abiParameters = [stranger, String(2n ** 256n - 1n)];
    const call = { walletId: wallet.id, contractAddress: usdcAddress, abiFunctionSignature: 'approve(address,uint256)', abiParameters };
    const transactionId = await sent(challengeOf(await tryCall(call)));
    const params = { path: { customerId: customer.id, transactionId } };
    const answer = await api.POST('/v2/customers/{customerId}/transactions/{transactionId}/accelerate', { params, body: { redirectUrl: returnUrl } });
    expect(codesOf(answer)).toEqual(['unlimited_approval']);
  });
});
