import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { WORDS } from '../words/words.ts';

const WEB = fileURLToPath(new URL('../', import.meta.url));
const sources = readdirSync(WEB, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts') && !file.startsWith('words'))
  .map((file) => readFileSync(path.join(WEB, file), 'utf8'));

describe('the page about cookies', () => {
  it('names every cookie that the pages set, and none besides', () => {
    const set = sources.flatMap((text) => [...text.matchAll(/\bfront_door(?:_[a-z]+)?\b/g)].map(([name]) => name));

    for (const words of Object.values(WORDS)) {
      const named = words.help.cookies.table.rows.map(({ name }) => name);
      expect(named.toSorted()).toEqual([...new Set(set)].sort());
    }
  });
});
