import { isAlias, isMap, isNode, isScalar, isSeq, type YAMLMap, type YAMLSeq } from 'yaml';
import type { PlainTree } from '../plain-tree.ts';
import { below } from '../pointer.ts';

/** Turns YAML nodes into plain values and notes where they stand. */
export class YamlTree {
  constructor(private readonly tree: PlainTree) {}

  plain(node: unknown, path: string, offset: number): unknown {
    const start = offsetOf(node, offset);
    this.tree.places.set(path, start);
    this.refuseMarks(node, path, start);
    if (isMap(node)) return this.object(node, path, start);
    if (isSeq(node)) return this.list(node, path, start);
    const value = isScalar(node) ? node.value : null;
    if (value === 0) return 0;
    return typeof value === 'string' ? this.tree.text(path, start, value) : value;
  }

  private refuseMarks(node: unknown, path: string, offset: number): void {
    if (!isNode(node)) return;
    if (isAlias(node)) this.tree.findings.add(path, offset, 'A reference (*) may not be used; write the value out.');
    else if (node.anchor !== undefined)
      this.tree.findings.add(path, offset, 'A mark for reference (&) may not be used.');
    if (node.tag !== undefined && !isDefaultTag(node.tag)) {
      this.tree.findings.add(path, offset, 'A tag (!) may not be used; text, numbers, true and false need none.');
    }
  }

  private object(map: YAMLMap, path: string, start: number): Record<string, unknown> {
    const object: Record<string, unknown> = {};
    map.items.forEach(({ key, value }, count) => {
      const offset = offsetOf(key, start);
      this.refuseMarks(key, path, offset);
      const name = isScalar(key) ? key.value : null;
      if (typeof name !== 'string') {
        this.tree.findings.add(path, offset, 'A key must be text; put it in quotes if it looks like something else.');
        return;
      }
      const at = below(path, this.tree.text(path, offset, name));
      const plain = this.plain(value, Object.hasOwn(object, name) ? `${at}/second` : at, offset);
      if (this.tree.hasRoom(path, offset, count)) this.tree.put(object, name, plain, { path, offset });
    });
    return object;
  }

  private list(items: YAMLSeq, path: string, start: number): unknown[] {
    return items.items
      .filter((_item, count) => this.tree.hasRoom(path, start, count))
      .map((item, place) => this.plain(item, below(path, place), start));
  }
}

function offsetOf(node: unknown, otherwise: number): number {
  return isNode(node) ? (node.range?.[0] ?? otherwise) : otherwise;
}

/** Collections carry the tag of their kind even where none was written. */
function isDefaultTag(tag: string): boolean {
  return tag === 'tag:yaml.org,2002:map' || tag === 'tag:yaml.org,2002:seq';
}
