import { BarChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { type Stage, stages } from '../domain/vocabulary.ts';
import { colors, type Drawing, sheet, WIDTH } from './canvas.ts';

use([BarChart, GridComponent, SVGRenderer]);

/** How much a name drives opportunities, from 0 to 100: one author's illustration, without data. */
export const influence = { m3: 40, m4: 65, pgy1: 80, pgy2: 90, pgy3: 95 } as const satisfies Partial<
  Record<Stage, number>
>;
const years = Object.entries(influence).map(([stage, value]) => ({
  stage,
  value,
  label: stages[stage as Stage].label,
}));

/** The years of training with the weight of a name in each; the reader's own year stands out. */
export function drawReputation({ stage }: { stage?: Stage | null }): Drawing {
  const own = years.find(year => year.stage === stage);
  const said = years.map(({ label, value }) => `${label} ${value}`).join(', ');
  return {
    svg: sheet({
      title: 'How much a name counts, by year',
      under: own ? `From 0 to 100. You are at ${own.label}.` : 'From 0 to 100',
      height: 616,
      marks: [`<g transform="translate(0 130)">${bars(own?.stage)}</g>`],
      foot: 'One author’s illustration. No data behind it.',
    }),
    alt: `How much reputation, and not the CV alone, shapes what people are offered, from 0 to 100: ${said}.${own ? ` You are at ${own.label}.` : ''} One author’s illustration, with no data behind it.`,
  };
}

function bars(own: string | undefined): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height: 400 });
  const type = { fontFamily: 'Inter', color: colors.ink };
  chart.setOption({
    animation: false,
    grid: { left: 44, right: 44, top: 56, bottom: 60 },
    xAxis: {
      type: 'category',
      data: years.map(({ label }) => label),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colors.edge, width: 3 } },
      axisLabel: { ...type, fontSize: 32, margin: 16 },
    },
    yAxis: { show: false, min: 0, max: 100 },
    series: {
      type: 'bar',
      silent: true,
      barWidth: 96,
      label: { ...type, show: true, position: 'top', fontSize: 38, fontWeight: 600 },
      data: years.map(({ stage, value }) => ({
        value,
        itemStyle: { color: own && stage !== own ? colors.paleSlate : colors.deepSlate, borderRadius: [12, 12, 0, 0] },
      })),
    },
  });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return svg;
}
