import { createHash, createPrivateKey } from 'node:crypto';

/** Thirty-two bytes that anybody can make again: keys for tests and nothing else. */
export function testKey(name: string): string {
  return createHash('sha256').update(`front-door test key: ${name}`).digest('base64');
}

/** An Ed25519 key in PEM, made from its name. */
function testSigningKey(name: string): string {
  // The head of PKCS 8 for Ed25519; the 32 bytes of the key follow it.
  const head = Buffer.from('302e020100300506032b657004220420', 'hex');
  const der = Buffer.concat([head, Buffer.from(testKey(name), 'base64')]);
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  return key.export({ format: 'pem', type: 'pkcs8' }) as string;
}

/** The settings that hold keys, for every process that a test starts. */
export const TEST_KEYS: Readonly<Record<string, string>> = {
  FIELD_KEYS: JSON.stringify({
    current: 'test',
    keys: { test: testKey('records') },
    blindIndex: testKey('blind index'),
  }),
  AUDIT_SIGNING_KEY: testSigningKey('tree heads'),
  EVIDENCE_SIGNING_KEY: testSigningKey('evidence'),
};
