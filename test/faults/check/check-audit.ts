import { execFile } from 'node:child_process';
import type { World } from '../world.ts';
import { TEST_KEYS } from '../../support/test-keys.ts';
import { DEMO_AUTHORITY } from '../../../apps/standalone/demo-staff.ts';
import type { Finding } from './findings.ts';

/**
 * Every record of a decision and a referral has its entry, chains have no gaps, every signed head fits: as an operator
 * would find out, by `verify-audit` in a process of its own.
 */
export async function checkAudit({ database }: World, build: string): Promise<readonly Finding[]> {
  const { PATH = '' } = process.env;
  const env = { PATH, NODE_ENV: 'test', ...TEST_KEYS, DATABASE_URL: database.apiUrl };
  const args = [`${build}/apps/cli/main.js`, 'verify-audit', '--authority', DEMO_AUTHORITY];
  const { code, said } = await new Promise<{ code: number; said: string }>((resolve) => {
    execFile(process.execPath, args, { env, maxBuffer: 2 ** 24 }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : 1, said: (stdout + stderr).trim().slice(0, 400) });
    });
  });
  return code === 0 ? [] : [{ against: 'misaudited', what: said }];
}
