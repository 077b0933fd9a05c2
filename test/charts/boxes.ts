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

/** The boxes that a drawing puts texts into. */
export function drawnBoxes(svg: string): Box[] {
  return [...svg.matchAll(/<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"/g)].map(found => {
    const [x = 0, y = 0, width = 0, height = 0] = found.slice(1).map(Number);
    return { what: found[0], left: x, right: x + width, top: y, bottom: y + height };
  });
}

export const overlap = (one: Box, other: Box): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

export const within = (inner: Box, outer: Box, margin = 0): boolean =>
  inner.left >= outer.left + margin &&
  inner.right <= outer.right - margin &&
  inner.top >= outer.top &&
  inner.bottom <= outer.bottom;
