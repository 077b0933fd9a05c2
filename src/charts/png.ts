import { fileURLToPath } from 'node:url';
import { Resvg, type ResvgRenderOptions } from '@resvg/resvg-js';

/** The two weights that pictures are set in, shipped with the bot: a server may have no fonts at all. */
const fontFiles = ['400Regular/Inter_400Regular.ttf', '600SemiBold/Inter_600SemiBold.ttf'].map(file =>
  fileURLToPath(import.meta.resolve(`@expo-google-fonts/inter/${file}`)),
);

/** Half as large again as drawn, so that it stays sharp on a phone's dense screen. */
const PIXELS_WIDE = 1200;

export const rendering: ResvgRenderOptions = {
  font: { fontFiles, loadSystemFonts: false, defaultFontFamily: 'Inter' },
  fitTo: { mode: 'width', value: PIXELS_WIDE },
};

/** An SVG as a PNG of 1200 pixels' width, with whatever lies outside its shapes transparent. */
export function toPng(svg: string): Uint8Array {
  return new Resvg(svg, rendering).render().asPng();
}
