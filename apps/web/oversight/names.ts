import { authorityPack } from '#nation-packs';

/** An answer of a drop-down. */
export interface Choice {
  readonly value: string;
  readonly text: string;
}

/** What the people of an authority call its agencies, teams and areas. A code that it no longer has shows as words. */
export interface Names {
  agency(id: string): string;
  team(id: string): string;
  area(id: string): string;
  readonly agencies: readonly Choice[];
  readonly teams: readonly Choice[];
  readonly areas: readonly Choice[];
}

export function namesOf(authorityId: string): Names {
  const pack = authorityPack(authorityId);
  const agencies = pack.agencies.map(({ id, name }) => ({ value: id, text: name }));
  const teams = pack.queues.map(({ id, title }) => ({ value: id, text: title }));
  const areas = pack.areas.map(({ id, name }) => ({ value: id, text: name }));
  return {
    ...{ agencies: sorted(agencies), teams, areas: sorted(areas) },
    agency: (id) => nameIn(agencies, id),
    team: (id) => nameIn(teams, id),
    area: (id) => nameIn(areas, id),
  };
}

function nameIn(choices: readonly Choice[], id: string): string {
  return choices.find(({ value }) => value === id)?.text ?? id.replaceAll(/[_-]/g, ' ');
}

function sorted(choices: readonly Choice[]): Choice[] {
  return [...choices].sort((a, b) => a.text.localeCompare(b.text));
}
