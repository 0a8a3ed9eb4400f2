import type { ClockRule } from '#deadlines';
import type { ClockLimit } from './nation-pack.ts';
import type { YamlNode } from './yaml-node.ts';

const COUNTED = ['working_days', 'calendar_days', 'elapsed_hours', 'working_hours'] as const;
const COUNTED_OR_MONTHS = [...COUNTED, 'calendar_months'] as const;

/** A limit that the deadline calculator can run. */
export function parseClockRule(node: YamlNode): ClockRule {
  return { kind: node.only('kind', 'limit').get('kind').oneOf(COUNTED), limit: positive(node.get('limit')) };
}

/** A limit of a statutory clock, which may also be counted in months. */
export function parseClockLimit(node: YamlNode): ClockLimit {
  return { kind: node.only('kind', 'limit').get('kind').oneOf(COUNTED_OR_MONTHS), limit: positive(node.get('limit')) };
}

function positive(node: YamlNode): number {
  const limit = node.integer();
  return limit > 0 ? limit : node.fail('must be above 0');
}
