import type { IndicatorDefinition } from './indicator-definition.ts';
import type { Frame } from './nation-pack.ts';
import { EVIDENCE } from './parse-legal-bases.ts';
import { withoutUndefined } from './without-undefined.ts';
import type { YamlNode } from './yaml-node.ts';

const SPAN = /^([A-D])(\d\d)(?:-\1(\d\d))?$/;

/**
 * The nation's frame of needs. A block names indicators (`A01-A08, A13`) and their dimensions; an indicator may stand
 * in several blocks. Fails when an indicator has no dimension, or a block names what is not there.
 */
export function parseFrame(file: YamlNode, indicators: readonly IndicatorDefinition[]): Frame {
  file.only('title', 'dimensions', 'blocks');
  const dimensions = file
    .get('dimensions')
    .entries()
    .map(([code, node]) => parseDimension(code, node));
  const codes = dimensions.map((dimension) => dimension.code);
  const blocks = file
    .get('blocks')
    .list()
    .map((node) => parseBlock(node, codes));
  const known = new Set(indicators.map((indicator) => indicator.id));
  for (const id of blocks.flatMap((block) => block.ids)) {
    if (!known.has(id)) file.get('blocks').fail(`there is no indicator ${id}`);
  }
  const placed = indicators.map(({ id }) => {
    const own = blocks.filter((block) => block.ids.includes(id));
    if (own.length === 0) file.get('blocks').fail(`leaves out ${id}`);
    return {
      id,
      dimensions: [...new Set(own.flatMap((block) => block.dimensions))],
      byUs: own.some((one) => one.byUs),
    };
  });
  return {
    title: file.get('title').text(),
    dimensions,
    byIndicator: Object.fromEntries(placed.map((each) => [each.id, each.dimensions])),
    placedByUs: placed.filter((each) => each.byUs).map((each) => each.id),
  };
}

function parseDimension(code: string, node: YamlNode): Frame['dimensions'][number] {
  if (typeof node.value === 'string') return { code, title: node.text() };
  node.only('title', 'titleCy');
  return withoutUndefined({ code, title: node.get('title').text(), titleCy: node.find('titleCy')?.text() });
}

function parseBlock(node: YamlNode, codes: readonly string[]) {
  node.only('indicators', 'dimensions', 'evidence');
  const evidence = node.get('evidence').oneOf(EVIDENCE);
  return {
    ids: node
      .get('indicators')
      .text()
      .split(/,\s*/)
      .flatMap((span) => idsOf(span, node.get('indicators'))),
    dimensions: node
      .get('dimensions')
      .list()
      .map((item) => item.oneOf(codes)),
    byUs: evidence === 'unverified',
  };
}

function idsOf(span: string, node: YamlNode): readonly string[] {
  const [, domain, first, last = first] = SPAN.exec(span) ?? node.fail(`"${span}" is no indicator and no span of them`);
  const from = Number(first);
  return Array.from({ length: Number(last) - from + 1 }, (_, index) => {
    return `${String(domain)}${String(from + index).padStart(2, '0')}`;
  });
}
