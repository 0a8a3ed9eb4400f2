import type { YamlNode } from '../yaml-node.ts';
import { OWN_RULE_FILES, type OwnRuleSet } from './authority-pack.ts';

/** The name of an authority's own rule set and the files it is made of; null where it has none. */
export function parseOwnRuleSet(node: YamlNode | undefined): OwnRuleSet | null {
  if (node === undefined) return null;
  node.only('id', 'version', 'title', 'files');
  const files = node
    .get('files')
    .list()
    .map((name) => name.oneOf(OWN_RULE_FILES));
  if (!files.includes('rules')) node.get('files').fail('must name rules');
  return { id: node.get('id').text(), version: node.get('version').text(), title: node.get('title').text(), files };
}
