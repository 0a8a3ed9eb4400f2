import { type ConsistencyProof, headJson, type InclusionProof, keyJson, type LogHead, type PublicKey } from '#audit';
import type { ConsistencyResponse, InclusionResponse, KeysResponse, TreeHeadResponse } from './audit-log.response.ts';

export function presentHead({ head, backlog }: LogHead): TreeHeadResponse {
  return {
    head: headJson(head),
    waiting: { events: backlog.count, since: backlog.oldestAt?.toISOString() ?? null },
  };
}

/** Without the event's id, which is in the address: a proof fits into a kilobyte at a million events. */
export function presentInclusion({ position, size, leaf, proof }: InclusionProof): InclusionResponse {
  return { position, treeSize: size, leaf: leaf.toString('base64url'), proof: texts(proof) };
}

export function presentConsistency({ from, to, proof }: ConsistencyProof): ConsistencyResponse {
  return { from, to, proof: texts(proof) };
}

export function presentKeys(keys: readonly PublicKey[]): KeysResponse {
  return { keys: keys.map(keyJson) };
}

function texts(hashes: readonly Buffer[]): string[] {
  return hashes.map((hash) => hash.toString('base64url'));
}
