/** One field that a referral may hold, as its published schema describes it. */
export interface DataItem {
  /** Such as `children[].address.postcode`. */
  readonly place: string;
  readonly meaning: string;
  readonly isNeeded: boolean;
}

interface SchemaNode {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly required?: readonly string[];
  readonly items?: SchemaNode;
  readonly anyOf?: readonly SchemaNode[];
}

/** Every field of a JSON Schema that holds a value, in the schema's order. */
export function dataItemsOf(schema: unknown): readonly DataItem[] {
  return inside(schema as SchemaNode, '');
}

function inside(node: SchemaNode, at: string): readonly DataItem[] {
  return Object.entries(node.properties ?? {}).flatMap(([name, child]) => {
    const place = at === '' ? name : `${at}.${name}`;
    return leavesOf(child, place, (node.required ?? []).includes(name));
  });
}

function leavesOf(node: SchemaNode, place: string, isNeeded: boolean): readonly DataItem[] {
  if (node.items !== undefined) return leavesOf({ ...described(node), ...node.items }, `${place}[]`, isNeeded);
  const branches = [node, ...(node.anyOf ?? [])].flatMap((branch) => inside(branch, place));
  if (branches.length > 0) return branches;
  return [{ place, meaning: node.description ?? '', isNeeded }];
}

function described({ description }: SchemaNode): SchemaNode {
  return description === undefined ? {} : { description };
}
