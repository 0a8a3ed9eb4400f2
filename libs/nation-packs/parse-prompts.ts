import type { Outcome, Rule } from '#rules';
import type { Prompt, PromptKind } from './nation-pack.ts';
import type { YamlNode } from './yaml-node.ts';

const SECTIONS = {
  actions: 'action',
  routes: 'route',
  services: 'service',
  questions: 'question',
} as const satisfies Record<string, PromptKind>;
type Section = keyof typeof SECTIONS;
const SECTION_NAMES: readonly Section[] = ['actions', 'routes', 'services', 'questions'];

export function parsePrompts(file: YamlNode): readonly Prompt[] {
  file.only(...SECTION_NAMES);
  return SECTION_NAMES.flatMap((section) =>
    file
      .get(section)
      .entries()
      .map(([code, title]) => ({ code, kind: SECTIONS[section], title: title.text() })),
  );
}

/** A code without words would reach a social worker's screen as `marac`; the pack does not load with one. */
export function requireWords(rules: readonly Rule[], prompts: readonly Prompt[], file: YamlNode): void {
  const worded = new Set(prompts.map((prompt) => `${prompt.kind} ${prompt.code}`));
  for (const rule of rules) {
    for (const section of SECTION_NAMES) {
      for (const code of codesOf(rule.then, section)) {
        if (!worded.has(`${SECTIONS[section]} ${code}`)) file.fail(`has no words for ${section} ${code} of ${rule.id}`);
      }
    }
  }
}

function codesOf(outcome: Outcome, section: Section): readonly string[] {
  return outcome[section] ?? [];
}
