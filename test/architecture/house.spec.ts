import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { APPS, PURE, RANKS } from '../../ranks.mjs';
import { importsOf, violationsOf } from './house-rules.ts';
import { sourceFiles } from './source-files.ts';

const files = sourceFiles('libs', 'apps', 'migrations');

function rulesBroken(file: string, text: string): string[] {
  return violationsOf([{ path: file, text }]).map((violation) => violation.rule);
}

describe('the house', () => {
  it('stands: every import goes to a lower rank, and pure libraries are pure', () => {
    expect(violationsOf(files)).toEqual([]);
  });

  it('has a rank for every library and names every app', () => {
    expect(readdirSync('libs').sort()).toEqual(Object.keys(RANKS).sort());
    expect(readdirSync('apps').sort()).toEqual([...APPS].sort());
  });

  it('has one index per library and none inside', () => {
    const indexes = files
      .map((file) => file.path)
      .filter((file) => file.startsWith('libs/') && file.endsWith('/index.ts'));

    expect(indexes.sort()).toEqual(
      Object.keys(RANKS)
        .map((library) => `libs/${library}/index.ts`)
        .sort(),
    );
  });

  it('has no import cycle inside any library', () => {
    expect(cyclesIn(files.map((file) => [file.path, relativeTargets(file.path, file.text)] as const))).toEqual([]);
  });

  it('keeps the median source file below 60 lines and every one below 300', () => {
    const sizes = files
      .filter((file) => !file.path.startsWith('migrations/') && !file.path.endsWith('.data.ts'))
      .map((file) => file.text.split('\n').length)
      .sort((a, b) => a - b);

    expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThan(60);
    expect(sizes.at(-1)).toBeLessThanOrEqual(300);
  });

  it('puts nothing but ids and codes into job payloads', () => {
    const jobMap = readFileSync('libs/jobs/job-map.ts', 'utf8');
    const body = /export interface JobMap \{([\s\S]*?)\n\}/.exec(jobMap)?.[1] ?? '';

    expect(body).toContain('triage.drain');
    expect(body).not.toMatch(/:\s*(string|object|unknown|any)\b/);
  });
});

describe('a planted violation is caught:', () => {
  it.each([
    [
      'an import of a higher rank',
      'libs/domain/x.ts',
      "import { buildFacts } from '#facts';",
      'import of the same or a higher rank',
    ],
    [
      'an import of the same rank',
      'libs/facts/x.ts',
      "import { evaluate } from '#rules';",
      'import of the same or a higher rank',
    ],
    ['a library that has no rank', 'libs/new-thing/x.ts', 'export const x = 1;', 'library without a rank'],
    ['an import of no library', 'libs/triage/x.ts', "import { x } from '#nowhere';", 'library without a rank'],
    [
      'a framework in a pure library',
      'libs/rules/x.ts',
      "import { Injectable } from '@nestjs/common';",
      'pure library imports a package',
    ],
    [
      'input and output in a pure library',
      'libs/facts/x.ts',
      "import { readFileSync } from 'node:fs';",
      'pure library imports a package',
    ],
    [
      'a dynamic import in a pure library',
      'libs/facts/x.ts',
      "const fs = await import('node:fs');",
      'pure library imports a package',
    ],
    ['a hidden clock', 'libs/deadlines/x.ts', 'export const now = new Date();', 'pure library reads a hidden input'],
    ['hidden randomness', 'libs/pathways/x.ts', 'export const r = Math.random();', 'pure library reads a hidden input'],
    [
      'a relative way round the index',
      'libs/triage/x.ts',
      "import { x } from '../intake/store/case.entity.ts';",
      'relative import leaves its library',
    ],
    [
      'an app that talks to the database',
      'apps/api/x.ts',
      "import { DataSource } from 'typeorm';",
      'app imports typeorm',
    ],
    [
      'an app that reaches into another',
      'apps/api/x.ts',
      "import { x } from '../worker/sweep.ts';",
      'relative import leaves its library',
    ],
    [
      'a library that knows an app',
      'libs/triage/x.ts',
      "import { x } from '../../apps/api/create-api.ts';",
      'relative import leaves its library',
    ],
    [
      'an entity in the open',
      'libs/intake/index.ts',
      "export { CaseRow } from './store/case.entity.ts';",
      'entity exported from a library',
    ],
  ])('%s', (_name, file, text, rule) => {
    expect(rulesBroken(file, text)).toContain(rule);
  });

  it('and an import cycle', () => {
    expect(
      cyclesIn([
        ['a', ['b']],
        ['b', ['c']],
        ['c', ['a']],
      ]),
    ).not.toEqual([]);
  });

  it('for each of the seven pure libraries', () => {
    expect(PURE).toHaveLength(7);
    for (const library of PURE) {
      expect(rulesBroken(`libs/${library}/x.ts`, "import pg from 'pg';")).toContain('pure library imports a package');
    }
  });
});

function relativeTargets(file: string, text: string): string[] {
  const values = text.replace(/import type [^;]*;|export type \{[^;]*;/g, '');
  return importsOf(values)
    .filter((name) => name.startsWith('.'))
    .map((name) => path.posix.join(path.posix.dirname(file), name));
}

function cyclesIn(graph: readonly (readonly [string, readonly string[]])[]): string[] {
  const edges = new Map(graph);
  const done = new Set<string>();
  const cycles: string[] = [];
  const walk = (node: string, trail: readonly string[]): void => {
    if (trail.includes(node)) cycles.push([...trail.slice(trail.indexOf(node)), node].join(' -> '));
    if (trail.includes(node) || done.has(node)) return;
    for (const next of edges.get(node) ?? []) walk(next, [...trail, node]);
    done.add(node);
  };
  for (const [node] of graph) walk(node, []);
  return cycles;
}
