import type { PackClock } from './nation-pack.ts';
import { parseClockRule } from './parse-clock-limit.ts';
import { EVIDENCE } from './parse-legal-bases.ts';
import { withoutUndefined } from './without-undefined.ts';
import type { YamlNode } from './yaml-node.ts';

export function parseClocks(file: YamlNode): readonly PackClock[] {
  return file.only('clocks').get('clocks').list().map(parseClock);
}

function parseClock(node: YamlNode): PackClock {
  node.only('id', 'title', 'from', 'to', 'limit', 'evidence', 'note');
  return withoutUndefined({
    id: node.get('id').text(),
    title: node.get('title').text(),
    from: node.get('from').text(),
    to: node.get('to').text(),
    limit: parseClockRule(node.get('limit')),
    evidence: node.get('evidence').oneOf(EVIDENCE),
    note: node.find('note')?.text(),
  });
}
