import type { ClockRule } from '#deadlines';
import type { YamlNode } from './yaml-node.ts';

const COUNTED = ['working_days', 'calendar_days', 'calendar_months', 'elapsed_hours', 'working_hours'] as const;

/** A limit that the deadline calculator can run by itself, without an event. */
export function parseClockRule(node: YamlNode): ClockRule {
  return { kind: node.only('kind', 'limit').get('kind').oneOf(COUNTED), limit: positive(node.get('limit')) };
}

function positive(node: YamlNode): number {
  const limit = node.integer();
  return limit > 0 ? limit : node.fail('must be above 0');
}
