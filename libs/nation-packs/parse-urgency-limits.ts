import { URGENCIES, type Urgency } from '#domain';
import type { UrgencyLimit, UrgencyLimits } from './nation-pack.ts';
import { parseClockRule } from './parse-clock-limit.ts';
import { withoutUndefined } from './without-undefined.ts';
import type { YamlNode } from './yaml-node.ts';

export function parseUrgencyLimits(file: YamlNode): UrgencyLimits {
  const nextSteps = file.only('decideNextSteps', 'urgencies').get('decideNextSteps').only('clock', 'limit', 'source');
  const rows = file.get('urgencies').list().map(parseRow);
  const byUrgency = Object.fromEntries(
    URGENCIES.map((urgency) => [
      urgency,
      rows.find((row) => row.urgency === urgency) ?? file.fail(`has no limit for ${urgency}`),
    ]),
  ) as Record<Urgency, UrgencyLimit>;
  return {
    decideNextSteps: {
      clock: nextSteps.get('clock').text(),
      limit: parseClockRule(nextSteps.get('limit')),
      source: nextSteps.get('source').text(),
    },
    byUrgency,
  };
}

function parseRow(node: YamlNode): UrgencyLimit {
  node.only('urgency', 'title', 'titleCy', 'decision', 'source');
  return withoutUndefined({
    urgency: node.get('urgency').oneOf(URGENCIES),
    title: node.get('title').text(),
    titleCy: node.find('titleCy')?.text(),
    decision: parseClockRule(node.get('decision')),
    source: node.get('source').text(),
  });
}
