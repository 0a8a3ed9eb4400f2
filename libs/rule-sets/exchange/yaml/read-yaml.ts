import { Composer, type Document, isDocument, Parser, type YAMLParseError } from 'yaml';
import { Findings } from '../findings.ts';
import { type ParsedFile, unreadable } from '../parsed-file.ts';
import { PlainTree } from '../plain-tree.ts';
import { sizeFault } from './token-size.ts';
import { YamlTree } from './yaml-tree.ts';

/** The library's sentence without the excerpt of the file that it may add. */
function sentence({ message }: YAMLParseError): string {
  const [first = ''] = message.split('\n');
  return `This is not sound YAML: ${first.replace(/[.:]?$/, '.')}`;
}

/** Key uniqueness is checked here, in one pass; the library compares every key with every other. */
const OPTIONS = { version: '1.2', schema: 'core', merge: false, uniqueKeys: false, prettyErrors: false } as const;

/**
 * Reads the plain part of YAML 1.2: what JSON can say, in YAML's clothes. Anchors, aliases, tags, merge keys and a
 * second document are faults.
 */
export function readYaml(text: string): ParsedFile {
  const findings = new Findings();
  const tokens = [...new Parser().parse(text)];
  // The composer descends by recursion, so depth is bounded before it starts.
  const tooLarge = sizeFault(tokens);
  if (tooLarge !== null) return unreadable([tooLarge]);
  const documents = [...new Composer(OPTIONS).compose(tokens, true, text.length)].filter((one) => isDocument(one));
  for (const { errors } of documents) for (const error of errors) findings.add('', error.pos[0], sentence(error));
  const [first, second] = documents;
  if (second !== undefined) findings.add('', second.range[0], 'The file must hold one document.');
  return first === undefined || !findings.isEmpty ? unreadable(findings.all) : plainFile(first, findings);
}

function plainFile(document: Document.Parsed, findings: Findings): ParsedFile {
  const tree = new PlainTree(findings);
  const value = new YamlTree(tree).plain(document.contents, '', 0);
  return {
    content: tree.isTooLarge ? null : { value },
    placeOf: (path) => tree.places.get(path),
    findings: findings.all,
  };
}
