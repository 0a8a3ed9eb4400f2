import path from 'node:path';
import { APP_IMPORTS, PURE, PURE_PACKAGES, RANKS } from '../../ranks.mjs';

export interface SourceFile {
  /** From the repository's root, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

export interface Violation {
  readonly path: string;
  readonly rule: string;
  readonly what: string;
}

const ranks: Readonly<Record<string, number>> = RANKS;
const appImports: Readonly<Record<string, readonly string[]>> = APP_IMPORTS;
const IMPORT = /(?:import|export)\s[^'"]*?from\s*['"]([^'"]+)['"]|import\s*\(?\s*['"]([^'"]+)['"]/g;
const HIDDEN_INPUTS = /new Date\(\)|Date\.now\(|Math\.random\(|performance\.now\(|process\.|globalThis\./;

/** Everything in these files that the house does not allow (architecture.md sections 1 and 5). */
export function violationsOf(files: readonly SourceFile[]): Violation[] {
  return files.flatMap((file) => [...importViolations(file), ...textViolations(file)]);
}

export function importsOf(text: string): string[] {
  return [...withoutComments(text).matchAll(IMPORT)].map((match) => match[1] ?? match[2] ?? '');
}

function importViolations(file: SourceFile): Violation[] {
  const home = homeOf(file.path);
  const broken = (rule: string, what: string): Violation => ({ path: file.path, rule, what });
  return importsOf(file.text).flatMap((name) => {
    if (name.startsWith('.')) return relativeViolation(file, name, home, broken);
    if (name.startsWith('#')) return libraryViolation(name.slice(1), home, broken);
    return packageViolation(name, home, broken);
  });
}

type Home = { readonly kind: 'lib' | 'app' | 'other'; readonly name: string };
type Broken = (rule: string, what: string) => Violation;

function relativeViolation(file: SourceFile, name: string, home: Home, broken: Broken): Violation[] {
  const target = homeOf(path.posix.join(path.posix.dirname(file.path), name));
  if (target.kind === home.kind && target.name === home.name) return [];
  if (home.kind === 'app' && target.kind === 'app' && (appImports[home.name] ?? []).includes(target.name)) return [];
  return [broken('relative import leaves its library', name)];
}

function libraryViolation(library: string, home: Home, broken: Broken): Violation[] {
  if (library === 'migrations') return home.kind === 'app' ? [] : [broken('only apps run migrations', library)];
  const rank = ranks[library];
  if (rank === undefined) return [broken('library without a rank', library)];
  if (home.kind !== 'lib') return [];
  const own = ranks[home.name];
  return own === undefined || rank >= own ? [broken('import of the same or a higher rank', library)] : [];
}

function packageViolation(name: string, home: Home, broken: Broken): Violation[] {
  if (home.kind === 'app' && name === 'typeorm') return [broken('app imports typeorm', name)];
  const isPure = home.kind === 'lib' && PURE.includes(home.name);
  return isPure && !PURE_PACKAGES.includes(name) ? [broken('pure library imports a package', name)] : [];
}

function textViolations(file: SourceFile): Violation[] {
  const home = homeOf(file.path);
  const found: Violation[] = [];
  const hidden = HIDDEN_INPUTS.exec(withoutComments(file.text))?.[0];
  if (home.kind === 'lib' && PURE.includes(home.name) && hidden !== undefined) {
    found.push({ path: file.path, rule: 'pure library reads a hidden input', what: hidden });
  }
  if (/\/index\.ts$/.test(file.path) && /\w+\.entity\.ts|Row\b(?!s)/.test(file.text) && home.kind === 'lib') {
    found.push({ path: file.path, rule: 'entity exported from a library', what: file.path });
  }
  if (home.kind === 'lib' && !(home.name in ranks)) {
    found.push({ path: file.path, rule: 'library without a rank', what: home.name });
  }
  return found;
}

function homeOf(file: string): Home {
  const [root = '', name = ''] = file.split('/');
  if (root === 'libs') return { kind: 'lib', name };
  return root === 'apps' ? { kind: 'app', name } : { kind: 'other', name: root };
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');
}
