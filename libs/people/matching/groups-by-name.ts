/** For each name the groups it stands in, one a line, called by their first words. */
export function groupsByName(text: string): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const line of text.trim().split('\n')) {
    const names = line.split(' ');
    const [head = ''] = names;
    for (const name of new Set(names)) groups.set(name, [...(groups.get(name) ?? []), head]);
  }
  return groups;
}
