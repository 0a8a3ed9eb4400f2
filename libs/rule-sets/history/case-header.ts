/**
 * The first twenty bytes of every `case_facts.record`, before the facts: what was live when the case was triaged, and
 * the groups it counts in. Words (area, agency, ethnicity, rule set) stand as the small numbers of `case_code`.
 *
 * | bytes | holds                                                                                          |
 * | ----- | ---------------------------------------------------------------------------------------------- |
 * | 0-3   | definite level, definite urgency, possible level, possible urgency, as ranks                   |
 * | 4     | flags: bit 0 is a red line among the rules that held                                           |
 * | 5     | ethnicity code, 255 unknown                                                                    |
 * | 6     | disability: 0 unknown, 1 no, 2 yes                                                             |
 * | 7     | deprivation decile 1 (most deprived) to 10, 0 unknown                                          |
 * | 8-9   | area code, little-endian, 65535 none                                                           |
 * | 10-11 | agency code, little-endian, 65535 none                                                         |
 * | 12-15 | the local day it was evaluated on, in days since 1970-01-01, little-endian and signed          |
 * | 16    | sex: 0 unknown, 1 male, 2 female                                                               |
 * | 17    | age band, an index into `AGE_BANDS`                                                            |
 * | 18-19 | code of the rule set (its content hash) that was live, little-endian                           |
 */
export interface CaseHeader {
  readonly definiteLevel: number;
  readonly definiteUrgency: number;
  readonly possibleLevel: number;
  readonly possibleUrgency: number;
  readonly redLine: boolean;
  readonly ethnicityCode: number;
  readonly disability: number;
  readonly deprivationDecile: number;
  readonly areaCode: number;
  readonly agencyCode: number;
  readonly day: number;
  readonly sex: number;
  readonly ageBand: number;
  readonly ruleSetCode: number;
}

export const HEADER_BYTES = 20;
/** Stands for "none" where a code takes two bytes. */
export const NO_CODE = 65_535;
/** Stands for "unknown" where a code takes one byte. */
export const NO_SMALL_CODE = 255;

/** Where each part of the header begins. */
export const HEADER_AT = {
  definiteLevel: 0,
  definiteUrgency: 1,
  possibleLevel: 2,
  possibleUrgency: 3,
  flags: 4,
  ethnicity: 5,
  disability: 6,
  decile: 7,
  area: 8,
  agency: 10,
  day: 12,
  sex: 16,
  ageBand: 17,
  ruleSet: 18,
} as const;

export const RED_LINE_FLAG = 1;

/** A whole record: the header, then the facts as `encodeFacts` laid them out. */
export function caseRecord(header: CaseHeader, facts: Uint8Array): Buffer {
  const record = Buffer.alloc(HEADER_BYTES + facts.length);
  record[HEADER_AT.definiteLevel] = header.definiteLevel;
  record[HEADER_AT.definiteUrgency] = header.definiteUrgency;
  record[HEADER_AT.possibleLevel] = header.possibleLevel;
  record[HEADER_AT.possibleUrgency] = header.possibleUrgency;
  record[HEADER_AT.flags] = header.redLine ? RED_LINE_FLAG : 0;
  record[HEADER_AT.ethnicity] = header.ethnicityCode;
  record[HEADER_AT.disability] = header.disability;
  record[HEADER_AT.decile] = header.deprivationDecile;
  record.writeUInt16LE(header.areaCode, HEADER_AT.area);
  record.writeUInt16LE(header.agencyCode, HEADER_AT.agency);
  record.writeInt32LE(header.day, HEADER_AT.day);
  record[HEADER_AT.sex] = header.sex;
  record[HEADER_AT.ageBand] = header.ageBand;
  record.writeUInt16LE(header.ruleSetCode, HEADER_AT.ruleSet);
  record.set(facts, HEADER_BYTES);
  return record;
}
