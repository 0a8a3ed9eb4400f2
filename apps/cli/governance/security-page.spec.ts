import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { SECURITY_PAGE, withPolicyTable } from './security-page.ts';
import { readThreats, STRIDE, THREATS_DATA, THREATS_PAGE, threatsPage } from './threats.ts';

const page = readFileSync(SECURITY_PAGE, 'utf8');

describe('the page on security', () => {
  it('has the policy as the code has it', () => {
    expect(page).toBe(withPolicyTable(page));
    expect(page).toContain('| `case.decide` |');
  });

  it('cannot lose the place of the policy unseen', () => {
    expect(() => withPolicyTable('# Security')).toThrow('no place');
  });

  it('says of every table what it holds', () => {
    const sql = readdirSync('migrations').map((file) => readFileSync(`migrations/${file}`, 'utf8'));
    const tables = sql.flatMap((text) =>
      [...text.matchAll(/CREATE (?:UNLOGGED )?TABLE (\w+)/g)].map((match) => match[1] ?? ''),
    );

    expect(tables.length).toBeGreaterThan(20);
    expect(tables.filter((table) => !page.includes(`\`${table}\``))).toEqual([]);
  });

  it('links to pages and headings that exist', () => {
    for (const file of [SECURITY_PAGE, 'docs/security/cryptography.md', 'docs/governance/README.md']) {
      expect(brokenLinks(file)).toEqual([]);
    }
  });
});

describe('the page on keys', () => {
  it('names every setting that is a key', () => {
    const settings = readFileSync('libs/platform/config/environment.ts', 'utf8');
    const keys = [...settings.matchAll(/readonly ([A-Z_]+_KEYS?)\b/g)].map((match) => match[1] ?? '');
    const text = readFileSync('docs/security/cryptography.md', 'utf8');

    expect(keys).toContain('FIELD_KEYS');
    expect(keys.filter((key) => !text.includes(`\`${key}\``))).toEqual([]);
  });
});

describe('the image', () => {
  it('takes in nothing but what is listed, and no source control data or tests', () => {
    const lines = readFileSync('.dockerignore', 'utf8').split('\n');

    expect(lines.filter((line) => !line.startsWith('#') && line !== '')[0]).toBe('*');
    expect(lines.filter((line) => line.startsWith('!.git') || line === '!test' || line === '!.')).toEqual([]);
    expect(lines).toContain('**/*.spec.ts');
  });
});

describe('the threat model', () => {
  const flows = readThreats(readFileSync(THREATS_DATA, 'utf8'));

  it('looks at all six kinds of threat on every flow', () => {
    expect(flows.length).toBeGreaterThanOrEqual(10);
    for (const { id, threats } of flows) {
      expect([id, threats.map(({ kind }) => kind).join('')]).toEqual([id, Object.keys(STRIDE).join('')]);
    }
  });

  it('names for every threat a test that exists', () => {
    const threats = flows.flatMap(({ id, threats: own }) =>
      own.map((threat) => ({ at: `${id} ${threat.kind}`, threat })),
    );

    expect(threats.filter(({ threat }) => (threat.shownBy ?? []).length === 0).map(({ at }) => at)).toEqual([]);
    expect(threats.flatMap(({ threat }) => (threat.shownBy ?? []).filter((path) => !existsSync(path)))).toEqual([]);
  });

  it('is the page in docs', () => {
    expect(readFileSync(THREATS_PAGE, 'utf8')).toBe(threatsPage(flows));
  });
});

/** Relative links of a page whose file, or whose heading in it, is not there. */
function brokenLinks(file: string): string[] {
  const links = [...readFileSync(file, 'utf8').matchAll(/\]\((?!https?:)([^)]+)\)/g)].map((match) => match[1] ?? '');
  return links.filter((link) => {
    const [name = '', anchor] = link.split('#');
    const target = new URL(name === '' ? (file.split('/').at(-1) ?? '') : name, `file:///${file}`).pathname.slice(1);
    return !existsSync(target) || (anchor !== undefined && !anchorsOf(target).includes(anchor));
  });
}

function anchorsOf(file: string): string[] {
  const headings = [...readFileSync(file, 'utf8').matchAll(/^#+ (.+)$/gm)].map((match) => match[1] ?? '');
  return headings.map((heading) =>
    heading
      .toLowerCase()
      .replace(/[^\w\s-]/g, '')
      .replace(/\s/g, '-'),
  );
}
