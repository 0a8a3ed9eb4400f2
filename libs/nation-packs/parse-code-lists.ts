import type { Code, CodeList } from './nation-pack.ts';
import { EVIDENCE } from './parse-legal-bases.ts';
import { withoutUndefined } from './without-undefined.ts';
import type { YamlNode } from './yaml-node.ts';

export function parseCodeLists(file: YamlNode): readonly CodeList[] {
  return file.only('codeLists').get('codeLists').list().map(parseList);
}

function parseList(node: YamlNode): CodeList {
  node.only('id', 'title', 'codeSystem', 'evidence', 'codes');
  return {
    id: node.get('id').code(),
    title: node.get('title').text(),
    codeSystem: node.get('codeSystem').text(),
    evidence: node.get('evidence').oneOf(EVIDENCE),
    codes: node
      .get('codes')
      .entries()
      .map(([code, words]) => parseCode(code, words)),
  };
}

/** `code: words`, or `code: { display, retired, note }` where there is more to say. */
function parseCode(code: string, node: YamlNode): Code {
  if (typeof node.value === 'string') return { code, display: node.text() };
  node.only('display', 'retired', 'note');
  return withoutUndefined({
    code,
    display: node.get('display').text(),
    retired: node.find('retired')?.boolean(),
    note: node.find('note')?.text(),
  });
}
