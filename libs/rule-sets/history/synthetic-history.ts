import { randomUUID } from 'node:crypto';
import { levelRank, urgencyRank } from '#domain';
import type { AuthorityProfile } from '#nation-packs';
import { canonicalJson, contentHash, type Database, execute, sql, type Tx } from '#platform';
import { type CompiledRuleSet, compileRuleSet, encodeFacts, evaluate } from '#rules';
import { CaseCodes } from './case-codes.ts';
import { ageBandOf, AGE_BANDS, DISABILITIES, SEXES } from './case-groups.ts';
import { caseRecord, type CaseHeader } from './case-header.ts';
import { isoDayOf } from './day-number.ts';
import { FactLayouts, type KeptLayout } from './fact-layouts.ts';
import { type Dice, diceOf, syntheticFacts } from './synthetic-facts.ts';

/** Cases a statement. */
const BATCH = 5_000;
/** Triage one by one takes longest by far, so the facts of one child stand for so many of the same day and area. */
const ALIKE = 10;
/** Cases come over so many days: all within the life of the rules that ship. */
const DAYS = 2 * 365;

interface SyntheticRequest {
  readonly profile: AuthorityProfile;
  readonly count: number;
  readonly seed: number;
  /** The last day on which a case came, in days since 1970-01-01. */
  readonly lastDay: number;
}

interface Source extends SyntheticRequest {
  readonly compiled: CompiledRuleSet;
  readonly kept: KeptLayout;
  readonly dice: Dice;
  readonly areaCodes: readonly (readonly [area: string, code: number])[];
  readonly agencyCodes: readonly (readonly [agency: string, code: number])[];
  readonly ethnicityCodes: readonly number[];
  readonly ruleSetCode: number;
}

/**
 * Fills an empty authority with invented cases, triaged one by one with the authority's rule set, to measure with.
 * Needs the owner's connection.
 */
export class SyntheticHistory {
  private readonly codes = new CaseCodes();
  private readonly layouts = new FactLayouts();

  constructor(private readonly database: Database) {}

  /** @throws Error for an authority that has cases. */
  async fill(request: SyntheticRequest, onProgress: (done: number) => void = () => undefined): Promise<void> {
    const source = await this.database.inTransaction({ authorityId: request.profile.authority.id }, (tx) =>
      this.begin(tx, request),
    );
    for (let done = 0; done < request.count; done += BATCH) {
      const cases: SyntheticCase[] = [];
      for (let place = done; place < Math.min(done + BATCH, request.count); place += ALIKE) {
        const child = syntheticChild(source, place);
        for (let twin = place; twin < Math.min(place + ALIKE, request.count); twin += 1) {
          cases.push(syntheticCase(source, twin, child));
        }
      }
      await this.database.inTransaction({ authorityId: request.profile.authority.id }, (tx) =>
        insertCases(tx, source, cases),
      );
      onProgress(done + cases.length);
    }
  }

  private async begin(tx: Tx, request: SyntheticRequest): Promise<Source> {
    const { authority, ruleSet, nationPack } = request.profile;
    const { id } = authority;
    const there = await sql(tx, 'SELECT 1 FROM case_record WHERE authority_id = $1 LIMIT 1', [id]);
    if (there.length > 0) throw new Error('This authority has cases: invented ones are for a database of their own.');
    const hash = contentHash(ruleSet);
    await execute(tx, KEEP_RULE_SET, [hash, ruleSet.id, ruleSet.version, canonicalJson(ruleSet)]);
    const codesOf = async (kind: 'area' | 'agency' | 'ethnicity', words: readonly string[]): Promise<number[]> => {
      const codes: number[] = [];
      for (const word of words) codes.push(await this.codes.codeOf(tx, id, kind, word));
      return codes;
    };
    const areas = authority.areas.map((area) => area.id);
    const agencies = authority.agencies.map((agency) => agency.id);
    for (const { id: agency, name, type, source } of authority.agencies) {
      await execute(tx, ADD_AGENCY, [id, agency, name, type, source]);
    }
    const ethnicities = nationPack.codeLists.find((list) => list.id === 'ethnicity')?.codes ?? [];
    return {
      ...request,
      compiled: compileRuleSet(ruleSet),
      kept: await this.layouts.keep(tx, ruleSet),
      dice: diceOf(request.seed),
      areaCodes: withCodes(areas, await codesOf('area', areas)),
      agencyCodes: withCodes(agencies, await codesOf('agency', agencies)),
      ethnicityCodes: await codesOf(
        'ethnicity',
        ethnicities.map(({ code }) => code),
      ),
      ruleSetCode: await this.codes.codeOf(tx, id, 'rule_set', hash),
    };
  }
}

interface SyntheticCase {
  readonly id: string;
  readonly reference: string;
  readonly agency: string;
  readonly area: string;
  readonly day: string;
  readonly record: Buffer;
}

interface SyntheticChild {
  readonly facts: Uint8Array;
  readonly area: string;
  readonly found: Pick<
    CaseHeader,
    | 'definiteLevel'
    | 'definiteUrgency'
    | 'possibleLevel'
    | 'possibleUrgency'
    | 'redLine'
    | 'areaCode'
    | 'day'
    | 'ageBand'
  >;
}

function syntheticChild({ dice, kept, compiled, lastDay, count, areaCodes }: Source, place: number): SyntheticChild {
  const facts = syntheticFacts(compiled.ruleSet.catalogue, dice);
  const day = lastDay - DAYS + Math.floor(((place + 1) / count) * DAYS);
  const [area = '', areaCode = 0] = pick(areaCodes, dice) ?? [];
  const { definite, possible } = evaluate(compiled, facts, { onDate: isoDayOf(day), area });
  const found = {
    definiteLevel: levelRank(definite.level),
    definiteUrgency: urgencyRank(definite.urgency),
    possibleLevel: levelRank(possible.level),
    possibleUrgency: urgencyRank(possible.urgency),
    redLine: definite.redLine,
    ...{ areaCode, day },
    ageBand: AGE_BANDS.indexOf(ageBandOf(facts)),
  };
  return { facts: encodeFacts(kept.layout, facts), area, found };
}

function syntheticCase(source: Source, place: number, { facts, area, found }: SyntheticChild): SyntheticCase {
  const { dice, agencyCodes, ethnicityCodes, ruleSetCode } = source;
  const [agency = '', agencyCode = 0] = pick(agencyCodes, dice) ?? [];
  const header = {
    ...found,
    ...{ agencyCode, ruleSetCode },
    ethnicityCode: pick(ethnicityCodes, dice) ?? 0,
    disability: dice(DISABILITIES.length),
    deprivationDecile: dice(11),
    sex: dice(SEXES.length),
  };
  const record = caseRecord(header, facts);
  return { id: randomUUID(), reference: `SYN-${place}`, agency, area, day: isoDayOf(found.day), record };
}

function pick<T>(list: readonly T[], dice: Dice): T | undefined {
  return list[dice(list.length)];
}

function withCodes(words: readonly string[], codes: readonly number[]): [string, number][] {
  return words.map((word, place) => [word, codes[place] ?? 0]);
}

async function insertCases(tx: Tx, { profile, kept }: Source, cases: readonly SyntheticCase[]): Promise<void> {
  const { authority } = profile;
  const column = (part: keyof SyntheticCase): unknown[] => cases.map((one) => one[part]);
  const ids = column('id');
  const shared = [authority.id, ids, column('reference'), column('agency'), column('day')];
  await execute(tx, ADD_REFERRALS, shared);
  await execute(tx, ADD_CASES, [...shared, column('area'), authority.untriagedQueue]);
  await execute(tx, ADD_FACTS, [authority.id, ids, kept.hash, column('record')]);
}

const KEEP_RULE_SET = `INSERT INTO rule_set_content (hash, rule_set_id, version, content) VALUES ($1, $2, $3, $4)
  ON CONFLICT (hash) DO NOTHING`;
const ADD_AGENCY = `INSERT INTO agency (authority_id, id, name, type, source_code) VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT (authority_id, id) DO NOTHING`;
/** A referral and its one case share an id. */
const ADD_REFERRALS = `INSERT INTO referral
    (id, authority_id, agency_id, reference, body, body_sha256, received_at, submitted_by, receipt, flags, correlation_id)
  SELECT id, $1, agency, reference, '{}', encode(sha256('{}'), 'hex'), day + interval '12 hours', agency, '{}', '[]', id
  FROM unnest($2::uuid[], $3::text[], $4::text[], $5::date[]) AS c (id, reference, agency, day)`;
const ADD_CASES = `INSERT INTO case_record
    (id, authority_id, referral_id, agency_id, reference, child_index, area, queue, state, received_at)
  SELECT id, $1, id, agency, reference || '-1', 0, area, $7, 'auto_triaged', day + interval '12 hours'
  FROM unnest($2::uuid[], $3::text[], $4::text[], $5::date[], $6::text[]) AS c (id, reference, agency, day, area)`;
const ADD_FACTS = `INSERT INTO case_facts (case_id, authority_id, layout_hash, record)
  SELECT id, $1, $3, record FROM unnest($2::uuid[], $4::bytea[]) AS c (id, record)`;
