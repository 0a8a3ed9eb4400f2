import type { NationView } from './nation-view.ts';
import { fieldsOf, inLayers } from './words-in-layers.ts';
import { YamlNode } from './yaml-node.ts';

/** Levels and pathways are worded by each nation for itself, so their Welsh belongs to the words of Wales alone. */
export function levelsInWelsh(view: NationView, file: YamlNode): YamlNode {
  return sectionsInWelsh(view, file, { levels: 'level', pathways: 'pathway' });
}

/** The Welsh of an urgency is its words as a whole: `red: …`. */
export function urgenciesInWelsh(view: NationView, file: YamlNode): YamlNode {
  return sectionsInWelsh(view, file, { urgencies: 'urgency' });
}

function sectionsInWelsh(view: NationView, file: YamlNode, keys: Readonly<Record<string, string>>): YamlNode {
  if (view.nation !== 'wales') return file;
  const sections = Object.entries(keys).map(([section, key]) => {
    const welsh = fieldsOf(view.welsh.levels[section]);
    const rows = file
      .get(section)
      .list()
      .map((node) => {
        const text = welsh[node.get(key).text()];
        return inLayers(node, typeof text === 'string' ? { title: text } : text).value;
      });
    return [section, rows] as const;
  });
  return new YamlNode({ ...fieldsOf(file.value), ...Object.fromEntries(sections) }, file.where);
}
