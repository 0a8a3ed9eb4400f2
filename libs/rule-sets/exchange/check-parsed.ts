import { checkRuleSet, type RuleSet } from '#rules';
import type { FileFault, ReadResult } from './exchange-types.ts';
import { type Finding, Findings } from './findings.ts';
import { Lines } from './lines.ts';
import type { ParsedFile } from './parsed-file.ts';
import { above } from './pointer.ts';

/** The place of a part, or of the nearest whole it would belong to. */
function nearestPlace(parsed: ParsedFile, path: string): number {
  for (let at: string | null = path; at !== null; at = above(at)) {
    const offset = parsed.placeOf(at);
    if (offset !== undefined) return offset;
  }
  return 0;
}

/** Whether the reading has said already what is wrong at this place: the check would only say it again, and worse. */
function isTold(findings: readonly Finding[], path: string): boolean {
  return findings.some((told) => told.path !== '' && (path === told.path || path.startsWith(`${told.path}/`)));
}

function inFileOrder(findings: readonly Finding[], text: string): FileFault[] {
  const lines = new Lines(text);
  return [...findings]
    .sort((a, b) => a.offset - b.offset)
    .map(({ path, offset, message }) => ({ path, ...lines.at(offset), message }));
}

/** A rule set when neither the reading nor the check found a fault; otherwise all faults of both. */
export function checkParsed(text: string, parsed: ParsedFile): ReadResult {
  const findings = new Findings();
  for (const { path, offset, message } of parsed.findings) findings.add(path, offset, message);
  const checked = parsed.content === null ? [] : checkRuleSet(parsed.content.value);
  for (const { path, message } of checked) {
    if (!isTold(parsed.findings, path)) findings.add(path, nearestPlace(parsed, path), message);
  }
  if (parsed.content === null || parsed.findings.length > 0 || checked.length > 0) {
    return { ruleSet: null, faults: inFileOrder(findings.all, text) };
  }
  // The check has just found it to be one.
  return { ruleSet: parsed.content.value as RuleSet, faults: [] };
}
