import type { Comparison, Condition } from '#rules';
import type { GroupDraft, Join, LeafDraft, PartDraft, Test } from './rule-draft.ts';

const DENIED: Readonly<Partial<Record<Join, Join>>> = { all: 'not_all', any: 'none', at_least: 'fewer' };
const DENIED_TESTS: Readonly<Partial<Record<Test, Test>>> = {
  yes: 'not_yes',
  no: 'not_no',
  one_of: 'not_one_of',
  between: 'not_between',
  known: 'not_known',
};

/** A rule's condition for the form, which always begins with a group. */
export function groupOf(condition: Condition): GroupDraft {
  const part = partOf(condition, false);
  return part.kind === 'group' ? part : { kind: 'group', join: 'all', count: '', parts: [part] };
}

function partOf(condition: Condition, isDenied: boolean): PartDraft {
  if ('not' in condition) return partOf(condition.not, !isDenied);
  if ('all' in condition) return group('all', condition.all, isDenied);
  if ('any' in condition) return group('any', condition.any, isDenied);
  if ('of' in condition) return group('at_least', condition.of, isDenied, String(condition.atLeast));
  if ('known' in condition) return leaf(condition.known, 'known', isDenied);
  return comparison(condition, isDenied);
}

function group(join: Join, parts: readonly Condition[], isDenied: boolean, count = ''): GroupDraft {
  const inner = parts.map((part) => partOf(part, false));
  return { kind: 'group', join: isDenied ? (DENIED[join] ?? join) : join, count, parts: inner };
}

function comparison(condition: Comparison, isDenied: boolean): LeafDraft {
  const { fact } = condition;
  if ('between' in condition) {
    const [low, high] = condition.between.map(String);
    return leaf(fact, 'between', isDenied, { low: low ?? '', high: high ?? '' });
  }
  if ('in' in condition) return leaf(fact, 'one_of', isDenied, { values: condition.in.map(String) });
  const { is } = condition;
  if (typeof is === 'boolean') return leaf(fact, is ? 'yes' : 'no', isDenied);
  if (typeof is === 'number') return leaf(fact, 'between', isDenied, { low: String(is), high: String(is) });
  return leaf(fact, 'one_of', isDenied, { values: [is] });
}

/** A condition on a fact; nothing is accepted yet unless it is given. */
export function leaf(fact: string, test: Test, isDenied: boolean, more: Partial<LeafDraft> = {}): LeafDraft {
  const found = isDenied ? (DENIED_TESTS[test] ?? test) : test;
  return { kind: 'leaf', fact, values: [], low: '', high: '', ...more, test: found };
}
