import type { CodeKind, CodeWords, Rule } from '#rules';
import type { Item } from './markdown/blocks.ts';
import type { Voice } from './voice.ts';

const LISTS = { action: 'actions', route: 'routes', service: 'services', question: 'questions' } as const;
const KINDS = ['action', 'route', 'service', 'question'] as const satisfies readonly CodeKind[];

/** What a rule's codes say, by kind; a code without words is shown as it is. */
export function codeItems(rule: Rule, words: readonly CodeWords[], voice: Voice): readonly Item[] {
  return KINDS.flatMap((kind) => {
    const codes = rule.then[LISTS[kind]] ?? [];
    if (codes.length === 0) return [];
    const items = codes.map((code): Item => {
      const found = words.find((one) => one.kind === kind && one.code === code);
      return { text: found === undefined ? voice.code(code) : voice.say(found.title, found.titleCy) };
    });
    return [{ text: `${voice.sentences.rules.codes[kind]}:`, items }];
  });
}
