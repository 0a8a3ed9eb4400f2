import { NATIONS } from '#domain';
import type { Rule } from '#rules';
import type { IndicatorDefinition } from './indicator-definition.ts';
import { type NationView, requireKnown, rulesOf } from './nation-view.ts';
import { parseRules } from './parse-rules.ts';
import type { YamlNode } from './yaml-node.ts';

/** The files of `common/rules`, in the order in which their rules are shown. */
const COMMON_FILES = ['safety-gate', 'injury', 'domestic-abuse', 'accumulation', 'special-routes', 'agreement'];

interface RuleFiles {
  readonly common: (name: string) => YamlNode;
  readonly own: (name: string) => YamlNode;
  /** Names of the nation's own rule files. */
  readonly ownFiles: readonly string[];
  readonly indicators: readonly IndicatorDefinition[];
}

/** The rules that hold in a nation besides those of its indicators: the common ones first, then its own. */
export function combiningRules(view: NationView, files: RuleFiles): readonly Rule[] {
  const shared = COMMON_FILES.map((name) => files.common(`rules/${name}`));
  const own = files.ownFiles.map((name) => files.own(`rules/${name}`));
  const rules = [
    ...shared.flatMap((file) => parseRules(rulesOf(view, file, NATIONS), files.indicators)),
    ...own.flatMap((file) => parseRules(rulesOf(view, file, [view.nation]), files.indicators)),
  ];
  const ids = new Set(rules.map((rule) => rule.id.slice(view.prefix.length + 1)));
  requireKnown(view.overrides.get('rules'), ids);
  return rules;
}
