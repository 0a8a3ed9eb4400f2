import { Findings } from '../findings.ts';
import { type ParsedFile, unreadable } from '../parsed-file.ts';
import { PlainTree } from '../plain-tree.ts';
import { JsonReader, JsonSyntaxFault } from './json-reader.ts';

/**
 * Reads JSON as RFC 8259 has it, with the place of every part. What `JSON.parse` cannot say is said here: where a
 * fault stands, and that a key stands twice.
 */
export function readJson(text: string): ParsedFile {
  const findings = new Findings();
  const tree = new PlainTree(findings);
  try {
    const value = new JsonReader(text, tree).read();
    return {
      content: tree.isTooLarge ? null : { value },
      placeOf: (path) => tree.places.get(path),
      findings: findings.all,
    };
  } catch (error: unknown) {
    if (!(error instanceof JsonSyntaxFault)) throw error;
    findings.add(error.path, error.offset, error.message);
    return unreadable(findings.all);
  }
}
