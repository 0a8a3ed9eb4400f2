import type { Tx } from '#platform';
import { headOfJson, type SignedTreeHead, type TreeHeadJson } from '../sealing/tree-head.ts';
import { findHeadsAfter } from '../store/tree-head.query.ts';
import { requireSigned } from './head-check.ts';
import { LogFault } from './log-fault.ts';
import type { Verification } from './verify-log.ts';

/** That every head the witness saw is still in the log, as it was. Resolves to how many. @throws LogFault */
export async function checkWitness(tx: Tx, { authorityId, keys, witness }: Verification): Promise<number> {
  const seen = (witness ?? []).map(headOfLine).filter((head) => head.authorityId === authorityId);
  for (const head of seen) {
    requireSigned(head, keys);
    const [stored] = await findHeadsAfter(tx, authorityId, head.size - 1, 1);
    if (stored?.size !== head.size || !stored.root.equals(head.root)) {
      throw new LogFault(
        `The witness saw a head of ${head.size} entries that the log does not have: it is older, or another.`,
      );
    }
  }
  return seen.length;
}

function headOfLine(line: string): SignedTreeHead {
  try {
    return headOfJson(JSON.parse(line) as TreeHeadJson);
  } catch {
    throw new LogFault('The witness file holds a line that is no head.');
  }
}
