import type { CatalogueEntry, FactType } from '#rules';
import { readAll } from './pack-data-error.ts';
import { withoutUndefined } from './without-undefined.ts';
import type { YamlNode } from './yaml-node.ts';

const FIELDS = [
  ...['id', 'label', 'labelCy', 'type', 'missing', 'suppliedBy', 'sensitivity', 'source', 'harm', 'aboutOthers'],
  ...['question', 'questionCy'],
];
const SUPPLIERS = ['referrer', 'screener', 'system'] as const;
const SENSITIVITIES = ['ordinary', 'personal', 'special_category'] as const;

/** The facts that rules may ask about, besides the indicators. */
export function parseCatalogue(file: YamlNode): readonly CatalogueEntry[] {
  return readAll(file.where, file.only('facts').get('facts').list(), parseEntry);
}

function parseEntry(node: YamlNode): CatalogueEntry {
  node.only(...FIELDS);
  return withoutUndefined({
    id: node.get('id').text(),
    label: node.get('label').text(),
    labelCy: node.find('labelCy')?.text(),
    type: parseType(node.get('type')),
    missing: parseMissing(node.get('missing')),
    suppliedBy: node
      .get('suppliedBy')
      .list()
      .map((item) => item.oneOf(SUPPLIERS)),
    sensitivity: node.get('sensitivity').oneOf(SENSITIVITIES),
    source: node.get('source').text(),
    harm: node.find('harm')?.boolean(),
    aboutOthers: node.find('aboutOthers')?.boolean(),
    question: node.find('question')?.text(),
    questionCy: node.find('questionCy')?.text(),
  });
}

/** `boolean`, `{ integer: [lowest, highest] }` or `{ enum: [values] }`. */
function parseType(node: YamlNode): FactType {
  if (node.value === 'boolean') return { kind: 'boolean' };
  node.only('integer', 'enum');
  const values = node.find('enum');
  if (values !== undefined) return { kind: 'enum', values: values.texts() };
  const [min, max] = node.get('integer').list();
  if (min === undefined || max === undefined) return node.fail('must give the lowest and the highest number');
  return { kind: 'integer', min: min.integer(), max: max.integer() };
}

function parseMissing(node: YamlNode): CatalogueEntry['missing'] {
  if (node.value === 'unknown') return 'unknown';
  const absent = node.only('absent').get('absent');
  if (typeof absent.value === 'boolean' || typeof absent.value === 'number') return { absent: absent.value };
  return { absent: absent.text() };
}
