import { existsSync } from 'node:fs';
import { fieldsOf } from './words-in-layers.ts';
import { readYaml } from './yaml-node.ts';

const FILES = ['indicators', 'rules', 'facts', 'prompts', 'levels'] as const;

/** The Welsh of each entry by its id, per file of the folder `welsh`, as written. */
export type WelshTexts = Readonly<Record<(typeof FILES)[number], Readonly<Record<string, unknown>>>>;

let read: WelshTexts | undefined;

/**
 * Welsh words for what the packs show. A text that is missing, or its whole file, is no fault: the English is shown,
 * because a front door without Welsh words is better than none (the coverage has a test of its own).
 */
export function welshTexts(): WelshTexts {
  read ??= Object.fromEntries(FILES.map((name) => [name, textsOf(name)])) as WelshTexts;
  return read;
}

function textsOf(name: string): Readonly<Record<string, unknown>> {
  const url = new URL(`./welsh/${name}.yaml`, import.meta.url);
  return existsSync(url) ? fieldsOf(readYaml(url).value) : {};
}
