import { parseArgs } from 'node:util';
import { localDateOf } from '#deadlines';
import { NATIONS } from '#domain';
import { nationPack, profileOf } from '#nation-packs';
import { contentHash } from '#platform';
import { newestDay, thresholdDocument } from '#rule-sets';
import { packNamed } from './pack-named.ts';

const NAMES = {
  england: 'England',
  wales: 'Wales',
  scotland: 'Scotland',
  northern_ireland: 'Northern Ireland',
} as const;

/** `rules threshold-document <pack> [--format html|markdown] [--language en|cy]`: of a shipped pack, to standard output. */
export function thresholdCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    ...{ args: [...args], allowPositionals: true },
    options: { format: { type: 'string', default: 'markdown' }, language: { type: 'string', default: 'en' } },
  });
  const [name] = positionals;
  const format = (['html', 'markdown'] as const).find((one) => one === values.format);
  const language = (['en', 'cy'] as const).find((one) => one === values.language);
  if (name === undefined || format === undefined || language === undefined) {
    throw new Error('Name a pack; --format is html or markdown, --language is en or cy.');
  }
  const { ruleSet } = packNamed(name);
  const nation = NATIONS.find((one) => one === name);
  const { levels, pathways, urgencyLimits } = nationPack(nation ?? profileOf(name).authority.nation);
  const authorityName = nation === undefined ? profileOf(name).authority.name : NAMES[nation];
  const urgencies = Object.values(urgencyLimits.byUrgency);
  const inForceFrom = newestDay(ruleSet, localDateOf(Date.now()));
  const words = { levels, pathways, urgencies };
  const given = { ruleSet, authorityName, hash: contentHash(ruleSet), areas: [], inForceFrom, ...words };
  process.stdout.write(thresholdDocument(given, format, language));
  return Promise.resolve(0);
}
