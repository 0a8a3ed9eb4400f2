import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export interface TlsFiles {
  readonly certificate: string;
  readonly key: string;
  /** PEM of the authority that signed the certificate. */
  readonly ca: string;
  /** PEM of an authority that signed nothing here. */
  readonly otherCa: string;
}

/** A certificate for 127.0.0.1 and the authority that signed it, made anew by openssl, readable by a server's user. */
export function makeCertificates(folder: string, user?: string): TlsFiles {
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  const at = (name: string): string => path.join(folder, name);
  for (const name of ['ca', 'other']) selfSigned(at(name), `/CN=${name}`);
  const common = ['-CA', at('ca.crt'), '-CAkey', at('ca.key'), '-addext', 'subjectAltName=IP:127.0.0.1'];
  selfSigned(at('server'), '/CN=server', [...common, '-addext', 'basicConstraints=critical,CA:FALSE']);
  if (user !== undefined && process.getuid?.() === 0) {
    chownSync(at('server.key'), Number(execFileSync('id', ['-u', user]).toString()), 0);
  }
  chmodSync(at('server.key'), 0o600);
  return {
    certificate: at('server.crt'),
    key: at('server.key'),
    ca: readFileSync(at('ca.crt'), 'utf8'),
    otherCa: readFileSync(at('other.crt'), 'utf8'),
  };
}

function selfSigned(file: string, subject: string, more: readonly string[] = []): void {
  const kind = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
  const files = ['-keyout', `${file}.key`, '-out', `${file}.crt`];
  execFileSync('openssl', ['req', ...kind, '-subj', subject, ...files, ...more], { stdio: 'pipe' });
}
