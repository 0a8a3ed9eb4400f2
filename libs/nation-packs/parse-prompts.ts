import { KIND_OF_LIST, type Outcome, type Rule } from '#rules';
import type { Prompt, PromptKind } from './nation-pack.ts';
import { withoutUndefined } from './without-undefined.ts';
import type { YamlNode } from './yaml-node.ts';

type Section = keyof typeof KIND_OF_LIST;
const SECTION_NAMES: readonly Section[] = ['actions', 'routes', 'services', 'questions'];

/** The words of every code: `code: words`, or `code: { title, titleCy }` with the Welsh. A section may be left out. */
export function parsePrompts(file: YamlNode): readonly Prompt[] {
  file.only(...SECTION_NAMES);
  return SECTION_NAMES.flatMap((section) => {
    const entries = file.find(section)?.entries() ?? [];
    return entries.map(([code, node]) => parsePrompt(code, KIND_OF_LIST[section], node));
  });
}

function parsePrompt(code: string, kind: PromptKind, node: YamlNode): Prompt {
  if (typeof node.value === 'string') return { code, kind, title: node.text() };
  node.only('title', 'titleCy');
  return withoutUndefined({ code, kind, title: node.get('title').text(), titleCy: node.find('titleCy')?.text() });
}

/** Only the words of codes that a rule uses: a nation does not show another nation's. */
export function promptsInUse(rules: readonly Rule[], prompts: readonly Prompt[]): readonly Prompt[] {
  const used = new Set(
    rules.flatMap(({ then }) =>
      SECTION_NAMES.flatMap((section) => codesOf(then, section).map((code) => `${KIND_OF_LIST[section]} ${code}`)),
    ),
  );
  return prompts.filter((prompt) => used.has(`${prompt.kind} ${prompt.code}`));
}

/** A code without words would reach a social worker's screen as `marac`; the pack does not load with one. */
export function requireWords(rules: readonly Rule[], prompts: readonly Prompt[], file: YamlNode): void {
  const worded = new Set(prompts.map((prompt) => `${prompt.kind} ${prompt.code}`));
  for (const rule of rules) {
    for (const section of SECTION_NAMES) {
      for (const code of codesOf(rule.then, section)) {
        if (!worded.has(`${KIND_OF_LIST[section]} ${code}`))
          file.fail(`has no words for ${section} ${code} of ${rule.id}`);
      }
    }
  }
}

function codesOf(outcome: Outcome, section: Section): readonly string[] {
  return outcome[section] ?? [];
}
