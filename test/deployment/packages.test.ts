import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Package {
  dev?: boolean;
  devOptional?: boolean;
}
const { packages }: { packages: Record<string, Package> } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const own: { devDependencies: Record<string, string> } = JSON.parse(readFileSync('package.json', 'utf8'));
const inProduction = (name: string): boolean => packages[`node_modules/${name}`]?.dev !== true;

test('no development package stays on a server because another takes it as an optional peer', () => {
  const kept = Object.entries(packages).filter(([, { devOptional }]) => devOptional);
  expect(kept.map(([path]) => path)).toEqual([]);
  for (const name of ['prisma', 'typescript', 'effect', 'react-dom', 'vitest'])
    expect(packages[`node_modules/${name}`] === undefined || !inProduction(name), name).toBe(true);
});

test('of the development packages only what production packages need themselves is on a server', () => {
  const shared = Object.keys(own.devDependencies).filter(inProduction);
  expect(shared).toEqual(['@types/node', '@types/ws', 'ws']);
});

test('a server gets about two hundred packages', () => {
  const count = Object.entries(packages).filter(([path, { dev }]) => path !== '' && !dev).length;
  expect(count).toBeLessThan(250);
});
