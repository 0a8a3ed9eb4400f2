import type { CasePage } from '#decisions';
import type { CodeKind, ExplanationLine } from '#rules';
import { levelWords, moment, pathwayWords, type Said, said, type Telling } from './telling.ts';

/** One rule and the facts that decided it. */
export interface RuleLine {
  readonly title: Said;
  readonly because: Said;
  readonly basis: string | null;
  readonly version: string | null;
  readonly facts: readonly { readonly label: Said; readonly value: Said }[];
}

/** What the rules propose and why; `nothing` says why there is no proposal. */
export interface ShownProposal {
  readonly nothing: string | null;
  readonly level: string;
  readonly pathway: string;
  readonly urgency: string;
  readonly isRedLine: boolean;
  readonly summary: readonly Said[];
  readonly rules: readonly RuleLine[];
  readonly near: readonly RuleLine[];
  readonly todo: readonly Said[];
  readonly routes: readonly Said[];
  readonly services: readonly Said[];
  readonly ruleSet: string;
  readonly ranAt: string;
}

const NOTHING: Omit<ShownProposal, 'nothing'> = {
  ...{ level: '', pathway: '', urgency: '', isRedLine: false, ruleSet: '', ranAt: '' },
  ...{ summary: [], rules: [], near: [], todo: [], routes: [], services: [] },
};

export function presentProposal({ detail, why }: CasePage, telling: Telling): ShownProposal {
  const { words } = telling;
  const texts = words.casePage.proposal;
  const { run, ruleSet, found } = detail;
  if (run === null || why === null || ruleSet === null) {
    return { ...NOTHING, nothing: found.triageFailure === null ? texts.nothing : texts.failed };
  }
  const { explanation } = why;
  const { proposal } = run;
  const tell = tellerOf(explanation.untranslated ?? []);
  const coded = (codes: readonly string[], kind: CodeKind) =>
    codes.map((code) => codeWords(detail, code, kind, telling));
  return {
    nothing: null,
    level: levelWords(telling, proposal.level),
    pathway: pathwayWords(telling, proposal.pathway),
    urgency: words.codes.urgencies[proposal.urgency],
    isRedLine: proposal.redLine,
    summary: explanation.summary.map(tell),
    rules: explanation.lines.filter(({ result }) => result === 'true').map((line) => ruleLine(line, tell)),
    near: explanation.nearMisses.map((line) => ruleLine(line, tell)),
    todo: coded(proposal.actions, 'action'),
    routes: coded(proposal.routes, 'route'),
    services: coded(proposal.services, 'service'),
    ruleSet: texts.ruleSet(ruleSet.title, run.ruleSetVersion),
    ranAt: texts.ranAt(moment(telling, run.evaluatedAt)),
  };
}

/** Marks the texts that the rule set has in English alone. */
export function tellerOf(untranslated: readonly string[]): (text: string) => Said {
  const english = new Set(untranslated);
  return (text) => ({ text, lang: english.has(text) ? 'en' : null });
}

export function ruleLine(line: ExplanationLine, tell: (text: string) => Said): RuleLine {
  return {
    title: tell(line.title),
    because: tell(line.because),
    basis: line.legalBasis ?? null,
    version: line.ruleVersion === undefined ? null : String(line.ruleVersion),
    facts: line.facts.map(({ label, value }) => ({ label: tell(label), value: tell(value) })),
  };
}

function codeWords({ ruleSet }: CasePage['detail'], code: string, kind: CodeKind, telling: Telling): Said {
  const known = ruleSet?.words?.find((each) => each.code === code && each.kind === kind);
  return known === undefined
    ? { text: code.replaceAll('_', ' '), lang: 'en' }
    : said(telling, known.title, known.titleCy);
}
