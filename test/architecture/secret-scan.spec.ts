import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { generateKeyPairSync } from 'node:crypto';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';

const OURS = ['.ci', 'apps', 'docker', 'docs', 'libs', 'migrations', 'scripts', 'test'];

/** The repository's own scan, told about one file. */
function scan(file: string, text: string): number | null {
  const args = ['node_modules/secretlint/bin/secretlint.js', `--stdinFileName=${file}`];
  return spawnSync(process.execPath, args, { input: text }).status;
}

/** A private key in PEM, however short: the scan's own rule passes over Ed25519, which signs our audit log. */
function holdsPrivateKey(text: string): boolean {
  return /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----\s+(?:[A-Za-z0-9+/=]{40,}\s*)+-----END/.test(text);
}

describe('the secret scan', () => {
  const password = ['postgres:/', '/someone:hunter22', '@db.example.org/x'].join('');
  const token = ['gh', 'p_wWPw5k4aXcaT4fNP0UcnZwJUVFk6LO0pINUx'].join('');
  const { privateKey: rsa } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });

  it.each([
    ['a password in an address', 'settings.yaml', `DATABASE_URL: ${password}\n`],
    ['a token', 'notes.md', `${token}\n`],
    ['a private key', 'key.pem', rsa],
  ])('finds %s', (_name, file, text) => {
    expect(scan(file, text)).toBe(1);
  });

  it('lets pass the examples that its configuration names, and nothing near them', () => {
    const example = ['postgres:/', '/front_door_api:s3cret', '@localhost/front_door'].join('');

    expect(scan('settings.yaml', `DATABASE_URL: ${example}\n`)).toBe(0);
    expect(scan('settings.yaml', `DATABASE_URL: ${example.replace('localhost', 'db.example.com')}\n`)).toBe(1);
  });

  it('is joined by a search for short private keys, which finds none here', () => {
    const { privateKey } = generateKeyPairSync('ed25519', {
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    });
    const files = OURS.flatMap((folder) =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => path.join(entry.parentPath, entry.name)),
    );

    expect(holdsPrivateKey(privateKey)).toBe(true);
    expect(files.length).toBeGreaterThan(500);
    expect(files.filter((file) => holdsPrivateKey(readFileSync(file, 'latin1')))).toEqual([]);
  });
});
