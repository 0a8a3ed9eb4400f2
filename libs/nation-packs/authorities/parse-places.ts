import type { YamlNode } from '../yaml-node.ts';
import type { Area } from './authority-pack.ts';

/** The areas of an authority. Each outward code lies in one only: in two, the first would be taken without a word. */
export function parseAreas(node: YamlNode): readonly Area[] {
  const taken = new Map<string, string>();
  return node.list().map((item) => {
    const area = parseArea(item);
    for (const code of area.postcodes) {
      const other = taken.get(code);
      if (other !== undefined) item.get('postcodes').fail(`has ${code}, which ${other} has already`);
      taken.set(code, area.id);
    }
    return area;
  });
}

function parseArea(node: YamlNode): Area {
  node.only('id', 'name', 'postcodes');
  return { id: node.get('id').code(), name: node.get('name').text(), postcodes: node.get('postcodes').texts() };
}

/** Deciles by outward code; none where the file has none. */
export function parseDeciles(node: YamlNode | undefined, areas: readonly Area[]): ReadonlyMap<string, number> {
  const codes = new Set(areas.flatMap((area) => area.postcodes));
  const deciles = node?.entries() ?? [];
  return new Map(
    deciles.map(([code, value]) => {
      const decile = value.integer();
      if (!codes.has(code)) value.fail('is in no area of this authority');
      return [code, decile >= 1 && decile <= 10 ? decile : value.fail('must be between 1 and 10')];
    }),
  );
}
