import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { call } from '../support/http.ts';
import { startStandaloneProcess, type StandaloneProcess } from '../support/standalone-process.ts';

const run = promisify(execFile);
const PORT = 20_000 + (process.pid % 20_000);

/** The commands of the README, as a newcomer would paste them. */
async function quickStart(): Promise<string> {
  const readme = await readFile('README.md', 'utf8');
  const commands = /<!-- quick-start -->\s*```sh\n([\s\S]*?)```/.exec(readme)?.[1];
  if (commands === undefined) throw new Error('The README has no quick start.');
  return commands.replace('http://localhost:3000', `http://localhost:${String(PORT)}`);
}

describe('the first quarter of an hour with Front Door', () => {
  let folder: string;
  let service: StandaloneProcess;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'front-door-journey-'));
    await symlink(path.resolve('dist'), path.join(folder, 'dist'));
    service = await startStandaloneProcess(folder, PORT);
  }, 90_000);

  afterAll(async () => {
    await service.stop();
    await rm(folder, { recursive: true, force: true });
  }, 30_000);

  it('starts ready, says where to go, and has the example referrals proposed', async () => {
    expect(service.output()).toContain(`http://localhost:${String(PORT)}/api/docs`);
    expect(service.output()).toContain('25, all people and places invented');
    const ready = await call(service.url, '/health/ready');
    expect(ready.status).toBe(200);
  });

  it('follows the README from a referral to a proposal and its explanation', async () => {
    const { stdout } = await run('bash', ['-euo', 'pipefail', '-c', await quickStart()], {
      cwd: folder,
      env: { ...process.env, DATA_DIR: folder },
    });

    expect(stdout).toContain('"reference":"FD-');
    expect(stdout).toContain('"emergencyAdvice"');
    const explanation = stdout.slice(stdout.lastIndexOf('}') + 1);
    expect(explanation).toMatch(/propose/i);
    expect(explanation).toMatch(/protection/i);
  }, 30_000);

  it('keeps everything over a kill and a second start, and stores the examples once', async () => {
    const before = await service.stop('SIGKILL');
    expect(before).toBeNull();

    service = await startStandaloneProcess(folder, PORT);

    const token = await (async () => {
      const body = new URLSearchParams({ grant_type: 'urn:front-door:demo-sign-in', username: 'manager' });
      const authorization = `Basic ${Buffer.from('front-door-demo:demo-secret').toString('base64')}`;
      const response = await fetch(`${service.url}/oidc/token`, { method: 'POST', headers: { authorization }, body });
      return ((await response.json()) as { access_token: string }).access_token;
    })();
    const list = await call<{ referrals: unknown[] }>(service.url, '/api/v1/referrals?limit=100', { token });
    expect(list.body.referrals).toHaveLength(26);
  }, 60_000);

  it('stops cleanly when asked', async () => {
    expect(await service.stop()).toBe(0);
    service = await startStandaloneProcess(folder, PORT);
  }, 60_000);
});
