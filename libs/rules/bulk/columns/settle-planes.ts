import { hasBit } from '../layout/coding.ts';
import type { FactPlace } from '../layout/fact-places.ts';
import type { Planes } from './gather-planes.ts';
import type { ReadingPlan, Translation } from './reading-plan.ts';

function fill({ words, stride, used }: Planes, plane: number): void {
  words.fill(-1, plane * stride, (plane + 1) * stride);
  used[plane] = -1;
}

function fillConstant(planes: Planes, place: FactPlace, code: number | null): void {
  if (code === null) fill(planes, place.unknown);
  else for (let bit = 0; bit < place.bits; bit += 1) if (hasBit(code, bit)) fill(planes, place.code + bit);
}

function setBit({ words, stride, used }: Planes, plane: number, index: number): void {
  const at = plane * stride + (index >> 5);
  words[at] = (words[at] ?? 0) | (1 << (index & 31));
  used[plane] = -1;
}

function translateCases(planes: Planes, { from, to, translate }: Translation, count: number): void {
  const { words, stride } = planes;
  for (let index = 0; index < count; index += 1) {
    let code = 0;
    for (let bit = 0; bit < from.bits; bit += 1) {
      const word = words[(from.plane + bit) * stride + (index >> 5)] ?? 0;
      code += ((word >>> (index & 31)) & 1) * 2 ** bit;
    }
    const translated = translate(code);
    if (translated === null) setBit(planes, to.unknown, index);
    else for (let bit = 0; bit < to.bits; bit += 1) if (hasBit(translated, bit)) setBit(planes, to.code + bit, index);
  }
}

/** Makes a fact unknown wherever its code is not below the limit: bit by bit from the lowest, all cases of a word at once. */
function applyLimit({ words, stride, used }: Planes, place: FactPlace, limit: number): void {
  const steps = Array.from({ length: place.bits }, (_, bit) => hasBit(limit, bit));
  for (let index = 0; index < stride; index += 1) {
    let isBeyond = -1;
    for (let bit = 0; bit < place.bits; bit += 1) {
      const word = words[(place.code + bit) * stride + index] ?? 0;
      isBeyond = steps[bit] === true ? word & isBeyond : word | isBeyond;
    }
    if (isBeyond === 0) continue;
    const at = place.unknown * stride + index;
    words[at] = (words[at] ?? 0) | isBeyond;
    used[place.unknown] = -1;
  }
}

/** Sees to it that the code is zero where the fact is unknown, which every condition relies upon. */
function clearUnknown({ words, stride, used }: Planes, place: FactPlace): void {
  if (used[place.unknown] === 0) return;
  for (let bit = 0; bit < place.bits; bit += 1) {
    if (used[place.code + bit] === 0) continue;
    const from = (place.code + bit) * stride;
    for (let index = 0; index < stride; index += 1) {
      words[from + index] = (words[from + index] ?? 0) & ~(words[place.unknown * stride + index] ?? 0);
    }
  }
}

/** Turns the unknown plane of a boolean into "true or unknown". */
function addTrue({ words, stride, used }: Planes, place: FactPlace): void {
  if (used[place.unknown] === 0) return;
  const from = place.code * stride;
  const to = place.unknown * stride;
  for (let index = 0; index < stride; index += 1) {
    words[to + index] = (words[to + index] ?? 0) | (words[from + index] ?? 0);
  }
}

/** What is left to do once all bits are in their planes. */
export function settlePlanes(planes: Planes, plan: ReadingPlan, count: number): void {
  for (const { place, code } of plan.constants) fillConstant(planes, place, code);
  for (const translation of plan.translations) translateCases(planes, translation, count);
  for (const { place, limit } of plan.limits) applyLimit(planes, place, limit);
  for (const place of plan.map.places) {
    clearUnknown(planes, place);
    if (place.isBoolean) addTrue(planes, place);
  }
}
