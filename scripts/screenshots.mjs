/**
 * `npm run screenshots`: starts the service with its demonstration on a database of its own, and takes the main pages into
 * `.screenshots/`, on a desk and on a telephone, one in Welsh, one empty, one with something wrong. To be looked at by people.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { chromiumLaunch } from './chromium.mjs';

const HOME = path.join(import.meta.dirname, '..');
const OUT = path.join(HOME, '.screenshots');
const WIDTHS = [1280, 375];
const STAFF_CLIENT = `Basic ${Buffer.from('front-door-demo:demo-secret').toString('base64')}`;

/** `person`: who is signed in; `go`: what they do to come there, from the page at `path`. */
const SHOTS = [
  { name: 'start', path: '/' },
  { name: 'check-before-you-send', path: '/check-before-you-send' },
  { name: 'thresholds', path: '/thresholds' },
  { name: 'referrals', person: 'teacher', path: '/referrals' },
  { name: 'make-a-referral', person: 'teacher', path: '/referrals/new' },
  { name: 'worklist', person: 'social-worker', path: '/worklist' },
  { name: 'case', person: 'social-worker', path: '/worklist', go: firstCase },
  { name: 'sign-off', person: 'manager', path: '/sign-off' },
  { name: 'wall', person: 'manager', path: '/wall' },
  { name: 'decisions', person: 'manager', path: '/decisions' },
  { name: 'rules', person: 'manager', path: '/rules' },
  { name: 'case-welsh', person: 'social-worker', path: '/worklist', go: firstCase, language: 'cy' },
  { name: 'empty-referrals', person: 'health-visitor', path: '/referrals' },
  {
    name: 'error-break-glass',
    person: 'screener',
    path: '/break-glass',
    go: (page) => sendEmpty(page, '/break-glass'),
  },
  { name: 'not-found', person: 'screener', path: '/nowhere' },
];

const port = await freePort();
const base = `http://localhost:${port}`;
const folder = mkdtempSync(path.join(tmpdir(), 'front-door-screenshots-'));
const service = spawn(process.execPath, ['dist/apps/standalone/main.js'], {
  cwd: HOME,
  env: { ...process.env, DATA_DIR: folder, PORT: String(port), NODE_ENV: 'development' },
  stdio: ['ignore', 'pipe', 'pipe'],
});
try {
  await ready();
  await work();
  rmSync(OUT, { recursive: true, force: true });
  mkdirSync(OUT);
  await take();
} finally {
  service.kill('SIGTERM');
  if (service.exitCode === null) await once(service, 'exit');
  rmSync(folder, { recursive: true, force: true });
}

async function take() {
  const browser = await chromium.launch(chromiumLaunch());
  let taken = 0;
  for (const width of WIDTHS) {
    for (const [index, shot] of SHOTS.entries()) {
      const page = await pageFor(browser, width, shot);
      const file = `${String(index + 1).padStart(2, '0')}-${shot.name}-${width}.png`;
      await page.goto(shot.path);
      await shot.go?.(page);
      await page.screenshot({ path: path.join(OUT, file), fullPage: true });
      await page.context().close();
      taken += 1;
    }
  }
  await browser.close();
  console.log(`${taken} pictures in ${path.relative(process.cwd(), OUT)}/`);
}

async function pageFor(browser, width, { person, language }) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, baseURL: base });
  const page = await context.newPage();
  if (person !== undefined) {
    await page.goto('/sign-in');
    await page.fill('input[name=login]', person);
    await page.fill('input[name=password]', 'anything');
    await page.click('button[type=submit]');
    await page.waitForURL((address) => !address.pathname.includes('/interaction/'));
  }
  if (language !== undefined) await page.goto(`/language/${language}?to=/`);
  return page;
}

/** By its address: what the link is called is another thing in each language. */
async function firstCase(page) {
  await page.locator('main a[href^="/cases/"]').first().click();
  await page.waitForURL('**/cases/*');
}

async function sendEmpty(page, action) {
  await page.locator(`form[action="${action}"] button[type=submit]`).first().click();
  await page.waitForLoadState();
}

/** So that there is something to sign off and to look back at: what is most urgent is decided as proposed. */
async function work() {
  const token = await staffToken('social-worker-2');
  const { cases } = await ask('/api/v1/cases?limit=6', token);
  for (const { id } of cases) {
    const { version, availableActions } = await ask(`/api/v1/cases/${id}`, token);
    if (!availableActions.includes('decide')) continue;
    const body = JSON.stringify({ kind: 'confirm', rationale: 'As proposed: what is told fits it.' });
    await ask(`/api/v1/cases/${id}/decision`, token, { method: 'POST', body, headers: { 'if-match': `"${version}"` } });
  }
}

async function ask(address, token, { headers = {}, ...options } = {}) {
  const sent = { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers };
  const answer = await fetch(`${base}${address}`, { ...options, headers: sent });
  if (!answer.ok) throw new Error(`${address}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}

async function staffToken(username) {
  const body = new URLSearchParams({ grant_type: 'urn:front-door:demo-sign-in', username });
  const answer = await fetch(`${base}/oidc/token`, { method: 'POST', headers: { authorization: STAFF_CLIENT }, body });
  return (await answer.json()).access_token;
}

function ready() {
  return new Promise((resolve, reject) => {
    let said = '';
    const listen = (chunk) => {
      said += chunk.toString();
      if (said.includes('Front Door is ready')) resolve();
    };
    service.stdout.on('data', listen);
    service.stderr.on('data', listen);
    service.once('exit', () => reject(new Error(`It stopped before it was ready:\n${said.slice(-2_000)}`)));
  });
}

function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, () => {
      const { port: found } = probe.address();
      probe.close(() => resolve(found));
    });
  });
}
