import { spawnSync } from 'node:child_process';
import { describe, it } from '@jest/globals';
import { startRedis } from './redis-process.ts';

const hasBinary = spawnSync('redis-server', ['--version'], { stdio: 'ignore' }).status === 0;
const givenUrl = process.env['REDIS_URL'];

/**
 * `describe` for what needs Redis. Skipped where there is none; with REQUIRE_REDIS=1 that is a failure instead. A suite
 * that kills or empties its Redis needs the binary: a server given by REDIS_URL is somebody's.
 */
export function describeWithRedis(name: string, needs: 'any' | 'own', body: () => void): void {
  if (hasBinary || (needs === 'any' && givenUrl !== undefined)) {
    describe(name, body);
  } else if (process.env['REQUIRE_REDIS'] === '1') {
    describe(name, () => {
      it('finds the redis-server that REQUIRE_REDIS=1 asks for', () => {
        throw new Error('There is no redis-server on the PATH.');
      });
    });
  } else {
    describe.skip(name, body);
  }
}

/** Address of a Redis that may be used but not harmed: the given one, or one that is started for it. */
export async function anyRedis(): Promise<{ url: string; stop: () => Promise<void> }> {
  if (givenUrl === undefined) return startRedis();
  return { url: givenUrl, stop: () => Promise.resolve() };
}
