/** What somebody answered, checked against the fields: an answer that is not there was left out. */
export class Answers {
  constructor(private readonly values: ReadonlyMap<string, readonly string[]>) {}

  /** Empty where it was left out. */
  text(name: string): string {
    return this.values.get(name)?.[0] ?? '';
  }

  textOrNull(name: string): string | null {
    return this.values.get(name)?.[0] ?? null;
  }

  all(name: string): readonly string[] {
    return this.values.get(name) ?? [];
  }

  isTicked(name: string): boolean {
    return this.values.has(name);
  }

  /** One of these codes; the field offered no others. */
  oneOf<Code extends string>(name: string, codes: readonly Code[]): Code {
    const found = this.oneOrNone(name, codes);
    if (found === null) throw new Error(`The field ${name} holds none of its codes.`);
    return found;
  }

  oneOrNone<Code extends string>(name: string, codes: readonly Code[]): Code | null {
    return codes.find((code) => code === this.text(name)) ?? null;
  }

  someOf<Code extends string>(name: string, codes: readonly Code[]): readonly Code[] {
    const given = this.all(name);
    return codes.filter((code) => given.includes(code));
  }
}
