import type { StandardCall } from '../chains/evm-standard-calls.ts';
import type { TokenInfo } from '../chains/family.ts';
import type { LedgerView } from './ledger-view.ts';
import { Reverted } from './reverted.ts';

const zeroAddress = `0x${'0'.repeat(40)}`;
/** An allowance of this much is never used up. */
const unlimited = 2n ** 256n - 1n;

/** What a standard call does to the ledger. Throws Reverted, with the words that the usual contracts have. */
export async function callStandardContract(
  ledger: LedgerView,
  caller: string,
  token: TokenInfo,
  call: StandardCall,
): Promise<void> {
  switch (token.standard) {
    case 'erc20':
      return callErc20(ledger, caller, token.address, call);
    case 'erc721':
      return callErc721(ledger, caller, token.address, call);
    case 'erc1155':
      return callErc1155(ledger, caller, token.address, call);
    default:
      throw new Reverted('function selector was not recognized');
  }
}

function noSuchFunction(): Reverted {
  return new Reverted('function selector was not recognized');
}

async function callErc20(ledger: LedgerView, caller: string, asset: string, call: StandardCall): Promise<void> {
  const transfer = async (from: string, to: string, amount: bigint) => {
    if (to === zeroAddress) throw new Reverted('ERC20: transfer to the zero address');
    if ((await ledger.balanceOf(from, asset)) < amount) throw new Reverted('ERC20: transfer amount exceeds balance');
    await ledger.move({ from, to, asset, amount });
  };
  switch (call.name) {
    case 'transfer':
      return transfer(caller, call.to, call.amount);
    case 'approve':
      if (call.spender === zeroAddress) throw new Reverted('ERC20: approve to the zero address');
      return ledger.allow(asset, caller, call.spender, call.value);
    case 'transferFrom': {
      const allowed = await ledger.allowance(asset, call.from, caller);
      if (allowed < call.value) throw new Reverted('ERC20: insufficient allowance');
      if (allowed !== unlimited) await ledger.allow(asset, call.from, caller, allowed - call.value);
      return transfer(call.from, call.to, call.value);
    }
    case 'increaseAllowance': {
      const raised = (await ledger.allowance(asset, caller, call.spender)) + call.amount;
      if (raised > unlimited) throw new Reverted('arithmetic overflow');
      return ledger.allow(asset, caller, call.spender, raised);
    }
    case 'decreaseAllowance': {
      const allowed = await ledger.allowance(asset, caller, call.spender);
      if (allowed < call.amount) throw new Reverted('ERC20: decreased allowance below zero');
      return ledger.allow(asset, caller, call.spender, allowed - call.amount);
    }
    default:
      throw noSuchFunction();
  }
}

async function callErc721(ledger: LedgerView, caller: string, asset: string, call: StandardCall): Promise<void> {
  const ownerOf = async (id: string) => {
    const owner = await ledger.ownerOf(asset, id);
    if (owner === undefined) throw new Reverted('ERC721: invalid token ID');
    return owner;
  };
  const isOperator = async (owner: string) => (await ledger.allowance(asset, owner, caller, '*')) > 0n;
  const transfer = async (from: string, to: string, id: string) => {
    const owner = await ownerOf(id);
    const approved = await ledger.approvedFor(asset, owner, id);
    if (caller !== owner && caller !== approved && !(await isOperator(owner))) {
      throw new Reverted('ERC721: caller is not token owner or approved');
    }
    if (owner !== from) throw new Reverted('ERC721: transfer from incorrect owner');
    if (to === zeroAddress) throw new Reverted('ERC721: transfer to the zero address');
    if (approved !== undefined) await ledger.allow(asset, owner, approved, 0n, id);
    await ledger.move({ from, to, asset, nftTokenId: id, amount: 1n });
  };
  switch (call.name) {
    case 'transferFrom':
      return transfer(call.from, call.to, String(call.value));
    case 'safeTransferFrom':
      if (call.standard !== 'erc721') throw noSuchFunction();
      return transfer(call.from, call.to, String(call.tokenId));
    case 'approve': {
      const id = String(call.value);
      const owner = await ownerOf(id);
      if (caller !== owner && !(await isOperator(owner))) {
        throw new Reverted('ERC721: approve caller is not token owner or approved for all');
      }
      const before = await ledger.approvedFor(asset, owner, id);
      if (before !== undefined) await ledger.allow(asset, owner, before, 0n, id);
      if (call.spender !== zeroAddress) await ledger.allow(asset, owner, call.spender, 1n, id);
      return;
    }
    case 'setApprovalForAll':
      return ledger.allow(asset, caller, call.operator, call.approved ? 1n : 0n, '*');
    default:
      throw noSuchFunction();
  }
}

async function callErc1155(ledger: LedgerView, caller: string, asset: string, call: StandardCall): Promise<void> {
  const transfer = async (from: string, to: string, items: { id: bigint; amount: bigint }[]) => {
    if (caller !== from && (await ledger.allowance(asset, from, caller, '*')) === 0n) {
      throw new Reverted('ERC1155: caller is not token owner or approved');
    }
    if (to === zeroAddress) throw new Reverted('ERC1155: transfer to the zero address');
    for (const { id, amount } of items) {
      const nftTokenId = String(id);
      if ((await ledger.balanceOf(from, asset, nftTokenId)) < amount) {
        throw new Reverted('ERC1155: insufficient balance for transfer');
      }
      await ledger.move({ from, to, asset, nftTokenId, amount });
    }
  };
  switch (call.name) {
    case 'safeTransferFrom':
      if (call.standard !== 'erc1155') throw noSuchFunction();
      return transfer(call.from, call.to, [{ id: call.tokenId, amount: call.amount }]);
    case 'safeBatchTransferFrom': {
      const { tokenIds, amounts } = call;
      if (tokenIds.length !== amounts.length) throw new Reverted('ERC1155: ids and amounts length mismatch');
      return transfer(call.from, call.to, tokenIds.map((id, index) => ({ id, amount: amounts[index] ?? 0n })));
    }
    case 'setApprovalForAll':
      return ledger.allow(asset, caller, call.operator, call.approved ? 1n : 0n, '*');
    default:
      throw noSuchFunction();
  }
}
