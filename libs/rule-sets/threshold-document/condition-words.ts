import type { CatalogueEntry, Comparison, Condition } from '#rules';
import type { Item } from './markdown/blocks.ts';
import type { Voice } from './voice.ts';

/** Says conditions in the words of the catalogue's labels. */
export class ConditionWords {
  constructor(
    private readonly voice: Voice,
    private readonly facts: ReadonlyMap<string, CatalogueEntry>,
  ) {}

  /** A condition as a part of a list, its own parts below it. */
  item(condition: Condition): Item {
    const { conditions } = this.voice.sentences;
    if ('all' in condition) return this.group(conditions.all, condition.all);
    if ('any' in condition) return this.group(conditions.any, condition.any);
    if ('of' in condition) return this.group(conditions.atLeast(condition.atLeast), condition.of);
    if ('not' in condition) return this.negation(condition.not);
    if ('known' in condition) return { text: conditions.known(this.label(condition.known)) };
    return { text: this.comparison(condition) };
  }

  private group(head: string, parts: readonly Condition[]): Item {
    const [only] = parts;
    // One of one, or all of one, is that one.
    if (only !== undefined && parts.length === 1) return this.item(only);
    return { text: head, items: parts.map((part) => this.item(part)) };
  }

  private negation(inner: Condition): Item {
    const { conditions } = this.voice.sentences;
    if ('known' in inner) return { text: conditions.notKnown(this.label(inner.known)) };
    if ('fact' in inner) return { text: conditions.not(this.comparison(inner)) };
    return { text: conditions.notThis, items: [this.item(inner)] };
  }

  private comparison(comparison: Comparison): string {
    const { conditions } = this.voice.sentences;
    const label = this.label(comparison.fact);
    if ('between' in comparison) return `${label}: ${this.range(comparison.fact, comparison.between)}`;
    if ('in' in comparison) return `${label}: ${this.either(comparison.in.map((value) => this.value(value)))}`;
    if (typeof comparison.is === 'boolean') return comparison.is ? label : conditions.not(label);
    return `${label}: ${this.value(comparison.is)}`;
  }

  private range(fact: string, [low, high]: readonly [number, number]): string {
    const { conditions } = this.voice.sentences;
    const type = this.facts.get(fact)?.type;
    if (low === high) return String(low);
    if (type?.kind === 'integer' && high === type.max) return conditions.orMore(low);
    if (type?.kind === 'integer' && low === type.min) return conditions.orLess(high);
    return conditions.between(low, high);
  }

  /** "a, b or c". */
  private either(values: readonly string[]): string {
    const last = values.at(-1) ?? '';
    if (values.length < 2) return last;
    return `${values.slice(0, -1).join(', ')} ${this.voice.sentences.conditions.or} ${last}`;
  }

  private value(value: boolean | number | string): string {
    return typeof value === 'string' ? this.voice.name(value.replaceAll('_', ' ')) : this.voice.code(String(value));
  }

  private label(id: string): string {
    const entry = this.facts.get(id);
    return entry === undefined ? this.voice.code(id) : this.voice.say(entry.label, entry.labelCy);
  }
}
