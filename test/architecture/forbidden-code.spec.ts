import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { SourceFile } from './house-rules.ts';
import { sourceFiles } from './source-files.ts';

interface Forbidden {
  readonly what: string;
  readonly pattern: RegExp;
  /** Files that may, each because what goes in does not come from a request. */
  readonly except?: readonly string[];
}

const FORBIDDEN: readonly Forbidden[] = [
  { what: 'code made from text', pattern: /\beval\(|\bnew Function\(|node:vm/ },
  { what: 'a command of the operating system', pattern: /child_process/ },
  {
    what: 'a regular expression made from text',
    pattern: /\bRegExp\((?!\/)/,
    except: [
      // A setting, a shipped pack, the table of routes, a number.
      'libs/vault/key-ring.ts',
      'libs/nation-packs/parse-indicators.ts',
      'apps/api/service/request-checks.ts',
      'apps/api/case-access/case-access.request.ts',
      // Words of the service; names to black out, letters and digits alone, every other sign by its code point.
      'libs/redaction/placeholders.ts',
      'libs/redaction/patterns.ts',
      // Pages of a record, as a table has them.
      'libs/notifications/words/record-page.ts',
    ],
  },
  { what: 'messages between windows', pattern: /postMessage|addEventListener\(['"]message/ },
  {
    what: 'browser storage',
    pattern: /localStorage|sessionStorage|indexedDB|document\.cookie/,
    // What could not be sent yet, sealed with a key that only the service hands out; which page was restored (ADR 0040).
    except: ['apps/web/browser/draft-copy.js', 'apps/web/browser/autosave.js'],
  },
  { what: 'HTML written by script', pattern: /innerHTML|outerHTML|insertAdjacentHTML|document\.write/ },
  { what: 'a template that does not escape', pattern: /autoescape:\s*false|\|\s*safe\b|\{%-?\s*autoescape\s+false/ },
  {
    what: 'randomness that can be guessed',
    pattern: /Math\.random\(/,
    // When to crash, in kill tests only; whose turn it is, and how long to wait.
    except: ['libs/platform/crash-points.ts', 'libs/notifications/deliver-webhooks.ts'],
  },
  { what: 'a hash other than SHA-256', pattern: /create(?:Hash|Hmac)\(\s*(?!\s*'sha256')/ },
  { what: 'a cipher other than AES-256-GCM', pattern: /create(?:C|Dec)ipheriv\(\s*(?!\s*(?:'aes-256-gcm'|[A-Z]+\b))/ },
];

/** What the service is built from, pages and their script included. */
function everything(): SourceFile[] {
  const pages = existsSync('apps/web')
    ? readdirSync('apps/web', { recursive: true, encoding: 'utf8' })
        .map((name) => path.posix.join('apps/web', name.split(path.sep).join('/')))
        .filter((name) => /\.(?:njk|html|js|mjs)$/.test(name))
    : [];
  return [
    ...sourceFiles('apps', 'libs', 'migrations'),
    ...pages.map((name) => ({ path: name, text: readFileSync(name, 'utf8') })),
  ];
}

function foundIn(files: readonly SourceFile[]): string[] {
  return FORBIDDEN.flatMap(({ what, pattern, except = [] }) =>
    files
      .filter((file) => pattern.test(file.text) && !except.includes(file.path))
      .map((file) => `${file.path}: ${what}`),
  );
}

describe('the code of the service', () => {
  it('holds none of what opens a door', () => {
    expect(foundIn(everything())).toEqual([]);
  });

  it.each([
    ['eval(text)', 'code made from text'],
    ["import { spawn } from 'node:child_process';", 'a command of the operating system'],
    ['new RegExp(text)', 'a regular expression made from text'],
    ["window.postMessage('x')", 'messages between windows'],
    ['localStorage.child = name', 'browser storage'],
    ['node.innerHTML = text', 'HTML written by script'],
    ['{{ child.name | safe }}', 'a template that does not escape'],
    ['const id = Math.random();', 'randomness that can be guessed'],
    ["createHash('md5')", 'a hash other than SHA-256'],
    ["createCipheriv('aes-128-ecb', key, null)", 'a cipher other than AES-256-GCM'],
  ])('is found with %s in it', (text, what) => {
    expect(foundIn([{ path: 'libs/intake/x.ts', text }])).toEqual([`libs/intake/x.ts: ${what}`]);
  });
});
