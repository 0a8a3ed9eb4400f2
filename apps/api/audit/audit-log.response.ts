import Type, { type Static } from 'typebox';

const hash = (description: string) => Type.String({ pattern: '^[A-Za-z0-9_-]{43}$', description });
const proof = Type.Array(hash('SHA-256, base64url'), { description: 'RFC 9162' });

export const treeHeadResponse = Type.Object({
  head: Type.Object({
    format: Type.String(),
    authority: Type.String(),
    size: Type.Integer({ description: 'Entries in the log' }),
    root: hash('Root of the Merkle tree over them'),
    arrival: hash('Over what PostgreSQL gave the events: transaction and sequence'),
    sealedAt: Type.String({ format: 'date-time' }),
    key: Type.String({ description: 'Id of the key' }),
    signature: Type.String({
      description: 'Ed25519 over the canonical JSON (RFC 8785) of the head without key and signature',
    }),
  }),
  waiting: Type.Object({
    events: Type.Integer({ description: 'Recorded and not yet sealed' }),
    since: Type.Union([Type.String({ format: 'date-time' }), Type.Null()]),
  }),
});

export const inclusionResponse = Type.Object({
  position: Type.Integer(),
  treeSize: Type.Integer(),
  leaf: hash('Leaf hash of the entry'),
  proof,
});

export const consistencyResponse = Type.Object({ from: Type.Integer(), to: Type.Integer(), proof });

export const keysResponse = Type.Object({
  keys: Type.Array(
    Type.Object({
      id: Type.String({ description: 'SHA-256 of the key as SPKI, hexadecimal' }),
      use: Type.Enum(['tree-head', 'evidence']),
      algorithm: Type.Enum(['Ed25519']),
      publicKey: Type.String({ description: 'SPKI, base64' }),
    }),
  ),
});

export type TreeHeadResponse = Static<typeof treeHeadResponse>;
export type InclusionResponse = Static<typeof inclusionResponse>;
export type ConsistencyResponse = Static<typeof consistencyResponse>;
export type KeysResponse = Static<typeof keysResponse>;
