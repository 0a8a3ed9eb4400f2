import { BarChart, LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([BarChart, LineChart, AriaComponent, GridComponent, LegendComponent, SVGRenderer]);

/** What a chart shows. The page shows the same numbers as a table beside it: nobody depends on the picture. */
export interface ChartData {
  readonly kind: 'bar' | 'line';
  /** Said to whoever does not see the picture. */
  readonly title: string;
  readonly categories: readonly string[];
  /** `null`: there is no number, or it is too small to show. */
  readonly series: readonly { readonly name: string; readonly values: readonly (number | null)[] }[];
  /** Of the values' axis; default none. */
  readonly unit?: string;
}

const WIDTH = 640;
const HEIGHT = 340;
/** What the axis of values takes at the left, and the margin at the right. */
const SIDES = 80;
/** So many names have room below their bars, in several lines; of more, every few are named. */
const MOST_NAMED = 8;
/** Apart in lightness too, so that they differ in grey and to every kind of colour vision. */
const COLOURS = ['#1d70b8', '#ffdd00', '#00703c', '#b1b4b6', '#4c2c92', '#f47738'];
const SIGNS = ['rect', 'triangle', 'diamond', 'circle', 'pin', 'arrow'];

/** A chart as SVG for the page itself: no script, no style attribute, so that the content security policy lets it be. */
export function chartSvg({ kind, title, categories, series, unit }: ChartData): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height: HEIGHT });
  try {
    chart.setOption({
      animation: false,
      color: COLOURS,
      textStyle: { fontFamily: 'arial, sans-serif', fontSize: 14 },
      aria: { enabled: true, decal: { show: true } },
      grid: { left: SIDES - 20, right: 20, top: 30, bottom: series.length > 1 ? 90 : 60 },
      ...(series.length > 1 ? { legend: { bottom: 0 } } : {}),
      xAxis: { type: 'category', data: [...categories], axisLabel: labelsFor(categories.length) },
      yAxis: { type: 'value', name: unit ?? '' },
      series: series.map(({ name, values }, index) => ({
        name,
        type: kind,
        silent: true,
        symbol: SIGNS[index % SIGNS.length] ?? 'circle',
        symbolSize: 8,
        data: [...values],
      })),
    });
    return inPage(chart.renderToSVGString(), title);
  } finally {
    chart.dispose();
  }
}

function labelsFor(count: number): object {
  if (count === 0 || count > MOST_NAMED) return {};
  return { interval: 0, overflow: 'break', width: Math.floor((WIDTH - SIDES) / count) - 6 };
}

/** Style attributes become the attributes of the same names; the picture gets its name. */
function inPage(svg: string, title: string): string {
  const label = title.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  return svg
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .replace(/\sstyle="([^"]*)"/g, (_, style: string) => asAttributes(style))
    .replace(/<svg\b/, `<svg role="img" aria-label="${label}"`);
}

function asAttributes(style: string): string {
  return style
    .split(';')
    .map((rule) => rule.split(':').map((part) => part.trim()))
    .filter(([name, value]) => /^(font|fill|stroke|dominant|text)[\w-]*$/.test(name ?? '') && value !== undefined)
    .map(([name = '', value = '']) => ` ${name}="${value}"`)
    .join('');
}
