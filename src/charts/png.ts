import { fileURLToPath } from 'node:url';
import { type ResvgRenderOptions, renderAsync } from '@resvg/resvg-js';

/** The two weights that pictures are set in, shipped with the bot: a server may have no fonts at all. */
const fontFiles = ['400Regular/Inter_400Regular.ttf', '600SemiBold/Inter_600SemiBold.ttf'].map(file =>
  fileURLToPath(import.meta.resolve(`@expo-google-fonts/inter/${file}`)),
);

export const rendering: ResvgRenderOptions = {
  font: { fontFiles, loadSystemFonts: false, defaultFontFamily: 'Inter' },
};

/** An SVG as a PNG of its own size, transparent where nothing is drawn. Drawn in a thread: nobody else waits for it. */
export async function toPng(svg: string): Promise<Uint8Array> {
  return (await renderAsync(svg, rendering)).asPng();
}
