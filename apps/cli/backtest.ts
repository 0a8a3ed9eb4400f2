import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import 'reflect-metadata';
import { localDateOf } from '#deadlines';
import { type AuthorityProfile, profileOf } from '#nation-packs';
import { connectOnce, contentHash, type Database, environmentOfProcess } from '#platform';
import { draftOfVersion, lowerCaseIds, ReplayHistory, TryDraft } from '#rule-sets';
import type { RuleSet } from '#rules';
import { backtestText, type CostOfRun, replayText } from './backtest-text.ts';
import { seedSynthetic } from './backtest-seed.ts';
import { readRuleFile } from './rules/read-rule-file.ts';
import { needed } from './setting.ts';

export const BACKTEST_USAGE =
  "try a rule set on all of an authority's history (DATABASE_URL): backtest <authority> [--rules <file> | --version <id>] " +
  '[--as-on YYYY-MM-DD] [--lower-to <file>] [--replay] [--json] [--seed-synthetic N]';

const OPTIONS = {
  rules: { type: 'string' },
  version: { type: 'string' },
  'as-on': { type: 'string' },
  'lower-to': { type: 'string' },
  replay: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  'seed-synthetic': { type: 'string' },
} as const;

interface Wish {
  readonly profile: AuthorityProfile;
  readonly rules: string | undefined;
  readonly version: string | undefined;
  readonly asOn: string;
  readonly lowerTo: string | undefined;
  readonly asJson: boolean;
}

/** Tries a rule set on history, replays history or fills a measuring database; resolves to the exit code. */
export async function runBacktestCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  const [authorityId] = positionals;
  if (authorityId === undefined) throw new Error('Name the authority.');
  const profile = profileOf(authorityId);
  if (values['seed-synthetic'] !== undefined) return seedSynthetic(profile, values['seed-synthetic']);
  const wish: Wish = {
    profile,
    rules: values.rules,
    version: values.version,
    asOn: values['as-on'] ?? localDateOf(Date.now()),
    lowerTo: values['lower-to'],
    asJson: values.json,
  };
  const database = await connectOnce(environmentOfProcess(), needed('DATABASE_URL'));
  try {
    return values.replay ? await replay(database, wish) : await tryDraft(database, wish);
  } finally {
    await database.onApplicationShutdown();
  }
}

/** The exit code is 1 when a stored outcome could not be reproduced. */
async function replay(database: Database, { profile, asJson }: Wish): Promise<number> {
  const { report, milliseconds } = await new ReplayHistory(database).execute(profile.authority.id);
  const cost = costOf(milliseconds);
  print(asJson ? JSON.stringify({ report, cost }) : replayText(report, cost));
  return report.different === 0 ? 0 : 1;
}

async function tryDraft(database: Database, wish: Wish): Promise<number> {
  const { profile, asOn, lowerTo, asJson } = wish;
  const { ruleSet, hash } = await draftOf(database, wish);
  const file = lowerTo === undefined ? null : createWriteStream(lowerTo);
  const tried = await new TryDraft(database).execute({
    authorityId: profile.authority.id,
    draft: ruleSet,
    ...{ hash, asOn, profile },
    onLower: async (cases) => {
      if (file === null) return;
      const ids = await lowerCaseIds(database, profile.authority.id, cases);
      const lines = cases.map(({ from, to }, place) => {
        return `${ids[place] ?? ''},${from.level},${from.urgency},${to.level},${to.urgency}\n`;
      });
      if (!file.write(lines.join(''))) await once(file, 'drain');
    },
  });
  if (file !== null) await new Promise<void>((resolve) => file.end(resolve));
  const cost = costOf(tried.milliseconds);
  print(asJson ? JSON.stringify({ report: tried.report, cost }) : backtestText(tried.report, cost, lowerTo));
  return 0;
}

/** From a file, from an authority's own draft, or without either the rule set that ships for the authority. */
async function draftOf(database: Database, wish: Wish): Promise<{ ruleSet: RuleSet; hash: string }> {
  const { authority, ruleSet } = wish.profile;
  if (wish.rules !== undefined) return fromFile(wish.rules);
  if (wish.version === undefined) return { ruleSet, hash: contentHash(ruleSet) };
  const found = await draftOfVersion(database, authority.id, wish.version);
  if (found === null) throw new Error(`${authority.name} has no rule set ${wish.version}.`);
  return found;
}

/** @throws Error with every fault of the file, by line and column. */
async function fromFile(file: string): Promise<{ ruleSet: RuleSet; hash: string }> {
  const ruleSet = await readRuleFile(file);
  return { ruleSet, hash: contentHash(ruleSet) };
}

/** Counted from the start of the process, so that nothing is left out. */
function costOf(milliseconds: CostOfRun['milliseconds']): CostOfRun {
  return {
    wallMilliseconds: Math.round(performance.now()),
    milliseconds,
    peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
  };
}

function print(text: string): void {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
}
