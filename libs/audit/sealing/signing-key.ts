import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  hash,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';
import { canonicalJson } from '#platform';

/** What a key may sign: heads of a log, or evidence packs. A signature for one is none for the other. */
export type KeyUse = 'tree-head' | 'evidence';

/** A public key by which signatures are checked. */
export interface PublicKey {
  /** SHA-256 of the key's SPKI form, in hexadecimal. */
  readonly id: string;
  readonly use: KeyUse;
  /** SPKI, DER. */
  readonly spki: Buffer;
}

/** An Ed25519 key of this process, from its settings; it is in no table. */
export class SigningKey {
  readonly publicKey: PublicKey;
  private readonly key: KeyObject;

  /** @throws Error when the text is no Ed25519 key in PKCS 8 PEM; it does not quote the text. */
  constructor(pem: string, use: KeyUse) {
    this.key = privateKeyOf(pem, use);
    this.publicKey = publicKeyOf(createPublicKey(this.key).export({ type: 'spki', format: 'der' }), use);
  }

  sign(content: object): Buffer {
    return sign(null, Buffer.from(canonicalJson(content)), this.key);
  }
}

export function publicKeyOf(spki: Buffer, use: KeyUse): PublicKey {
  return { id: hash('sha256', spki), use, spki };
}

/** A public key as others read it, and as a file of trusted keys holds it. */
export function keyJson({ id, use, spki }: PublicKey) {
  return { id, use, algorithm: 'Ed25519' as const, publicKey: spki.toString('base64') };
}

/** A new Ed25519 key, PKCS 8 in PEM. */
export function newSigningKey(): string {
  return generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
}

/** Checks signatures by the keys that somebody trusts, and no other. */
export class TrustedKeys {
  private readonly keys: ReadonlyMap<string, KeyObject>;

  constructor(readonly all: readonly PublicKey[]) {
    this.keys = new Map(
      all.map(({ id, use, spki }) => [`${use} ${id}`, createPublicKey({ key: spki, format: 'der', type: 'spki' })]),
    );
  }

  knows(id: string, use: KeyUse): boolean {
    return this.keys.has(`${use} ${id}`);
  }

  isSigned(content: object, { id, use, signature }: { id: string; use: KeyUse; signature: Buffer }): boolean {
    const key = this.keys.get(`${use} ${id}`);
    return key !== undefined && verify(null, Buffer.from(canonicalJson(content)), key, signature);
  }
}

function privateKeyOf(pem: string, use: KeyUse): KeyObject {
  try {
    const key = createPrivateKey(pem);
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch {
    // Said below: the error of the library might quote the key.
  }
  throw new Error(`The key that signs (${use}) must be an Ed25519 private key in PKCS 8 PEM.`);
}
