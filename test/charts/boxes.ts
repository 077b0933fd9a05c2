import { Resvg } from '@resvg/resvg-js';
import { rendering } from '../../src/charts/png.ts';

export interface Box {
  what: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const PARTS = /<text\b[^>]*>[^<]*<\/text>|<\/?(?:svg|g)\b[^>]*>/g;
const isText = (part: string): boolean => part.startsWith('<text');

/** Where each text of an SVG really lies, as the renderer sets it: the drawing is measured with one text at a time. */
export function textBoxes(svg: string): Box[] {
  const parts = svg.match(PARTS) ?? [];
  return parts.filter(isText).map(one => {
    const alone = parts.filter(part => part === one || !isText(part)).join('');
    const box = new Resvg(alone, rendering).getBBox();
    if (!box) throw new Error(`nothing is seen of ${one}`);
    const what = one.replace(/<[^>]+>/g, '');
    return { what, left: box.x, right: box.x + box.width, top: box.y, bottom: box.y + box.height };
  });
}

const SHAPES =
  /<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"|<circle cx="([\d.]+)" cy="([\d.]+)" r="([\d.]+)"/g;

/** The boxes and dots that a drawing may put texts on, the topmost first. */
export function shapes(svg: string): Box[] {
  const found = [...svg.matchAll(SHAPES)].map(([what, ...numbers]) => {
    const [x = 0, y = 0, width = 0, height = 0, cx = 0, cy = 0, r = 0] = numbers.map(number => Number(number ?? 0));
    return { what, left: x + cx - r, right: x + cx + width + r, top: y + cy - r, bottom: y + cy + height + r };
  });
  return found.reverse();
}

export const overlap = (one: Box, other: Box): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

export const within = (inner: Box, outer: Box, margin = 0): boolean =>
  inner.left >= outer.left + margin &&
  inner.right <= outer.right - margin &&
  inner.top >= outer.top &&
  inner.bottom <= outer.bottom;
