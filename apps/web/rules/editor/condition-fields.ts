import type { FormFields } from '#sign-in';
import { textOf } from '../../door/visit.ts';
import { textsOf } from '../activate/activation.form.ts';
import { type GroupDraft, type Join, JOINS, type LeafDraft, type PartDraft, TESTS } from './rule-draft.ts';

/** Where a part stands: `` for the whole, `-0` for its first part, `-0-2` for the third part of that. */
export type PartPath = string;

export type PartField = 'join' | 'count' | 'is' | 'low' | 'high' | 'value' | 'pick';

/** The name and id of a part's field. */
export const partField = (path: PartPath, field: PartField): string => `c${path}.${field}`;

const NAME = /^c((?:-\d{1,3}){0,9})\.(?:join|is)$/;

/** The condition as it stands in the form. */
export function conditionIn(fields: FormFields): GroupDraft {
  const paths = new Set(Object.keys(fields).flatMap((name) => NAME.exec(name)?.[1] ?? []));
  const whole = partAt('', paths, fields);
  return whole.kind === 'group' ? whole : { kind: 'group', join: 'all', count: '', parts: [] };
}

function partAt(path: PartPath, paths: ReadonlySet<string>, fields: FormFields): PartDraft {
  const join = textOf(fields, partField(path, 'join'));
  return join === '' ? leafAt(path, fields) : groupAt(path, joinOf(join), paths, fields);
}

function joinOf(text: string): Join {
  return JOINS.find((join) => join === text) ?? 'all';
}

function groupAt(path: PartPath, join: Join, paths: ReadonlySet<string>, fields: FormFields): GroupDraft {
  const depth = path.split('-').length;
  const inner = [...paths].filter((one) => one.startsWith(`${path}-`) && one.split('-').length === depth + 1);
  const placed = inner.sort((a, b) => Number(a.split('-').at(-1)) - Number(b.split('-').at(-1)));
  const count = textOf(fields, partField(path, 'count')).trim();
  return { kind: 'group', join, count, parts: placed.map((one) => partAt(one, paths, fields)) };
}

/** A condition's fact and test stand in one field, so that a long rule stays within what a form may hold. */
function leafAt(path: PartPath, fields: FormFields): LeafDraft {
  const [fact = '', test = ''] = textOf(fields, partField(path, 'is')).split('|');
  const value = (field: PartField): string => textOf(fields, partField(path, field)).trim();
  return {
    kind: 'leaf',
    fact,
    test: TESTS.find((one) => one === test) ?? 'yes',
    values: textsOf(fields, partField(path, 'value')),
    low: value('low'),
    high: value('high'),
  };
}
