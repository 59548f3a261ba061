import { fromBase64, toBase64 } from '../protocol/base64.ts';
import type { Random } from './random.ts';
import { shareBytes } from './share-wrap.ts';

/** What Node 2 keeps. The real node holds its share under an HSM; the mock's store stands in for that. */
export interface NodeTwoRecord {
  customerId: string;
  share: string;
}

/** Draws Node 2's share, apart from anything that Node 1 knows. */
export function drawNodeTwoShare(customerId: string, random: Random): NodeTwoRecord {
  const share = random(shareBytes);
  try {
    return { customerId, share: toBase64(share) };
  } finally {
    share.fill(0);
  }
}

/** Node 2's share as bytes. The caller wipes them. */
export function readNodeTwoShare(record: NodeTwoRecord): Uint8Array {
  const share = fromBase64(record.share);
  if (share.length !== shareBytes) throw new RangeError(`A share has ${shareBytes} bytes`);
  return share;
}
