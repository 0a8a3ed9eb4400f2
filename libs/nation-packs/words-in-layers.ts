import { YamlNode } from './yaml-node.ts';

type Fields = Readonly<Record<string, unknown>>;

/** The fields that a value has, none where it is no set of fields: the check of its shape comes later, with a message. */
export function fieldsOf(value: unknown): Fields {
  const isFields = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isFields ? (value as Fields) : {};
}

/**
 * Puts the words of a pack entry together: the common ones, the Welsh that translates these (`title` of the Welsh file
 * becomes `titleCy`), and over both what a nation says for itself. Where a nation words a field of its own, the Welsh
 * of the common field would translate something else: it is left out unless the nation gives its own.
 */
export function inLayers(common: YamlNode, welsh: unknown, own: unknown = {}): YamlNode {
  const commonFields = fieldsOf(common.value);
  const ownFields = fieldsOf(own);
  const translated = Object.entries(fieldsOf(welsh)).filter(([field]) => {
    return typeof commonFields[field] === 'string' && !Object.hasOwn(ownFields, field);
  });
  const inWelsh = translated.map(([field, text]) => [`${field}Cy`, text] as const);
  return new YamlNode({ ...commonFields, ...Object.fromEntries(inWelsh), ...ownFields }, common.where);
}
