import { createPrivateKey, type JsonWebKeyInput, type KeyObject } from 'node:crypto';
import { type CryptoKey, importJWK } from 'jose';

/** A key that signs client assertions (`private_key_jwt`), with the id under which the issuer knows it. */
export interface ClientKey {
  readonly key: CryptoKey;
  readonly kid?: string;
}

const ALGORITHMS: Readonly<Record<string, string>> = { ec: 'ES256', rsa: 'RS256', ed25519: 'Ed25519' };

/**
 * Reads a private key in PEM (PKCS #8) or as a JWK.
 * @throws Error when it is neither, or of a kind that signs nothing here. Its text is never repeated.
 */
export async function clientKeyOf(text: string): Promise<ClientKey> {
  const { key, alg, kid } = parse(text);
  const algorithm = alg ?? ALGORITHMS[key.asymmetricKeyType ?? ''];
  if (algorithm === undefined) throw new Error('The client key must be an EC (P-256), RSA or Ed25519 key.');
  const imported = (await importJWK(key.export({ format: 'jwk' }) as never, algorithm)) as CryptoKey;
  return kid === undefined ? { key: imported } : { key: imported, kid };
}

function parse(text: string): { key: KeyObject; alg?: string; kid?: string } {
  try {
    if (!text.trimStart().startsWith('{')) return { key: createPrivateKey(text) };
    const jwk = JSON.parse(text) as JsonWebKeyInput['key'] & { alg?: string; kid?: string };
    const named = {
      ...(jwk.alg === undefined ? {} : { alg: jwk.alg }),
      ...(jwk.kid === undefined ? {} : { kid: jwk.kid }),
    };
    return { key: createPrivateKey({ key: jwk, format: 'jwk' }), ...named };
  } catch {
    throw new Error('The client key must be a private key in PEM or a JWK.');
  }
}
