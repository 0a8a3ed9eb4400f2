import { hash } from 'node:crypto';
import { canonicalJson } from '#platform';
import type { ArrivedEvent } from '../entry/stored-event.ts';
import type { SigningKey, TrustedKeys } from './signing-key.ts';

const FORMAT = 'front-door-tree-head/1';

/** The head of an authority's log: how many entries, and the root over them. */
export interface TreeHead {
  readonly authorityId: string;
  readonly size: number;
  readonly root: Buffer;
  /** Over cluster, cursor, and transaction and sequence of the events that this head added: see `arrivalHash`. */
  readonly arrival: Buffer;
  readonly sealedAt: Date;
}

export interface SignedTreeHead extends TreeHead {
  readonly keyId: string;
  readonly signature: Buffer;
}

/** A head as it is stored, with where the next sealing goes on. */
export interface StoredTreeHead extends SignedTreeHead {
  readonly cluster: string;
  /** Every event of an earlier transaction of this cluster is in the log. */
  readonly cursor: string;
}

/** A head as others read it; what is signed is this without key and signature. */
export interface TreeHeadJson {
  readonly format: string;
  readonly authority: string;
  readonly size: number;
  readonly root: string;
  readonly arrival: string;
  readonly sealedAt: string;
  readonly key: string;
  readonly signature: string;
}

export function signHead(head: TreeHead, key: SigningKey): SignedTreeHead {
  return { ...head, keyId: key.publicKey.id, signature: key.sign(contentOf(head)) };
}

export function isHeadSigned(head: SignedTreeHead, keys: TrustedKeys): boolean {
  return keys.isSigned(contentOf(head), { id: head.keyId, use: 'tree-head', signature: head.signature });
}

export function headJson(head: SignedTreeHead): TreeHeadJson {
  return { ...contentOf(head), key: head.keyId, signature: head.signature.toString('base64url') };
}

/** @throws Error for a line that is no head. */
export function headOfJson(json: TreeHeadJson): SignedTreeHead {
  if (json.format !== FORMAT) throw new Error('This is no tree head.');
  return {
    authorityId: json.authority,
    size: json.size,
    root: Buffer.from(json.root, 'base64url'),
    arrival: Buffer.from(json.arrival, 'base64url'),
    sealedAt: new Date(json.sealedAt),
    keyId: json.key,
    signature: Buffer.from(json.signature, 'base64url'),
  };
}

/** Puts what PostgreSQL gave the events under the head's signature: it came after their entries were hashed. */
export function arrivalHash(
  { cluster, cursor }: Pick<StoredTreeHead, 'cluster' | 'cursor'>,
  events: readonly Pick<ArrivedEvent, 'xid' | 'sequence'>[],
): Buffer {
  const order = events.map(({ xid, sequence }) => [xid, sequence]);
  return hash('sha256', canonicalJson({ cluster, cursor, order }), 'buffer');
}

function contentOf({ authorityId, size, root, arrival, sealedAt }: TreeHead) {
  return {
    format: FORMAT,
    authority: authorityId,
    size,
    root: root.toString('base64url'),
    arrival: arrival.toString('base64url'),
    sealedAt: sealedAt.toISOString(),
  };
}
