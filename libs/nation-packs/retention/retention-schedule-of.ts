import { existsSync } from 'node:fs';
import type { Nation } from '#domain';
import { authorityPack } from '../authorities/authorities.ts';
import { nationFolder, nationPack } from '../nation-packs.ts';
import { readYaml } from '../yaml-node.ts';
import { parseRetention, withOwnRules } from './parse-retention.ts';
import type { RetentionSchedule } from './retention-schedule.ts';

const loaded = new Map<string, RetentionSchedule>();

/** How long this authority keeps its records: its nation's schedule with its own rules. Throws `PackDataError`. */
export function retentionScheduleOf(authorityId: string): RetentionSchedule {
  const ready = loaded.get(authorityId) ?? read(authorityId);
  loaded.set(authorityId, ready);
  return ready;
}

function read(authorityId: string): RetentionSchedule {
  const { id, nation } = authorityPack(authorityId);
  const own = new URL(`../authorities/${id}/retention.yaml`, import.meta.url);
  const ofNation = nationRetention(nation);
  return existsSync(own) ? withOwnRules(readYaml(own), ofNation) : ofNation;
}

/** A nation's schedule, before any authority's own rules. */
export function nationRetention(nation: Nation): RetentionSchedule {
  return parseRetention(readYaml(new URL('retention.yaml', nationFolder(nation))), nationPack(nation).indicators);
}
