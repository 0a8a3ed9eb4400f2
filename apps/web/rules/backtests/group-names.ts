import { profileOf } from '#nation-packs';
import type { Dimension } from '#rule-sets';
import type { Words } from '../../words/words.ts';

/** What a group of a report is called: areas, agencies and codes by their names, bands in the words of the pages. */
export function groupName(authorityId: string, dimension: Dimension, group: string, words: Words): string {
  const { groups, decile } = words.rules.history;
  if (group === 'unknown' || group === 'all_others') return groups[group];
  if (dimension === 'deprivationDecile') return decile(group);
  return namesOf(authorityId, dimension, groups)[group] ?? group;
}

type Names = Readonly<Record<string, string>>;

/** The names of a dimension's groups by their codes; months are their own names. */
function namesOf(authorityId: string, dimension: Exclude<Dimension, 'deprivationDecile'>, bands: Names): Names {
  const { authority, nationPack } = profileOf(authorityId);
  switch (dimension) {
    case 'area':
      return Object.fromEntries(authority.areas.map(({ id, name }) => [id, name]));
    case 'agency':
      return Object.fromEntries(authority.agencies.map(({ id, name }) => [id, name]));
    case 'ethnicity': {
      const codes = nationPack.codeLists.find(({ id }) => id === 'ethnicity')?.codes ?? [];
      return Object.fromEntries(codes.map(({ code, display }) => [code, display]));
    }
    case 'ageBand':
    case 'sex':
    case 'disability':
      return bands;
    case 'month':
      return {};
    default:
      return dimension satisfies never;
  }
}
