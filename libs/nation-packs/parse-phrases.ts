import type { YamlNode } from './yaml-node.ts';

/** Plain words only: a pattern language in a list that managers edit is a way to match nothing, or everything. */
const PLAIN = /^[a-z][a-z' -]*$/;

export function parsePhrases(file: YamlNode): readonly string[] {
  const phrases = file.only('phrases').get('phrases').list();
  const texts = phrases.map((node) => {
    const phrase = node.text();
    return PLAIN.test(phrase) ? phrase : node.fail('must be plain lower-case words');
  });
  phrases.forEach((node, index) => {
    if (texts.indexOf(node.text()) !== index) node.fail(`"${node.text()}" is listed twice`);
  });
  return texts;
}
