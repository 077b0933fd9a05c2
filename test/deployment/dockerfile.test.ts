import { existsSync, readFileSync } from 'node:fs';
import { DockerfileParser } from 'dockerfile-ast';
import { expect, test } from 'vitest';

const text = readFileSync('Dockerfile', 'utf8');
const file = DockerfileParser.parse(text);
const stages = file.getFROMs().map((from, index, all) => {
  const end = all[index + 1]?.getRange().start.line ?? Number.POSITIVE_INFINITY;
  return {
    image: from.getImage() ?? '',
    name: from.getBuildStage() ?? 'final',
    instructions: file
      .getInstructions()
      .map(line => ({
        keyword: line.getKeyword(),
        said: text.split('\n')[line.getRange().start.line]?.replace(/^\S+ /, '') ?? '',
        at: line.getRange().start.line,
      }))
      .filter(({ at }) => at >= from.getRange().start.line && at < end),
  };
});
const final = stages.at(-1)!;
const saidBy = (keyword: string, { instructions } = final) =>
  instructions.filter(one => one.keyword === keyword).map(({ said }) => said);

test('each stage stands on the official slim image of the Node that the project runs on, and on no `latest`', () => {
  const { devDependencies }: { devDependencies: { node: string } } = JSON.parse(readFileSync('package.json', 'utf8'));
  const major = /\d+/.exec(devDependencies.node)?.[0];
  expect(stages).toHaveLength(3);
  for (const { image } of stages) expect(image).toBe(`node:${major}-slim`);
});

test('the image runs as somebody who is not root, and can write to its volume alone', () => {
  expect(saidBy('USER')).toEqual(['node']);
  expect(saidBy('VOLUME')).toEqual(['/data']);
  const keywords = final.instructions.map(({ keyword }) => keyword);
  // Nothing that is copied or made belongs to whom it runs as, but for the volume.
  expect(keywords.lastIndexOf('COPY')).toBeLessThan(keywords.indexOf('USER'));
  expect(keywords.lastIndexOf('RUN')).toBeLessThan(keywords.indexOf('USER'));
  expect(saidBy('COPY').filter(said => said.includes('--chown'))).toEqual([]);
});

test('it asks by Node itself whether it lives, and starts without a shell', () => {
  const [check = ''] = saidBy('HEALTHCHECK');
  expect(check).toMatch(/CMD \["node", "-e", ".*\/healthz.*"\]$/);
  const script: string[] = JSON.parse(check.slice(check.indexOf('[')));
  expect(() => new Function(script[2] ?? '')).not.toThrow();
  expect(saidBy('CMD')).toEqual(['["node", "src/main.ts"]']);
});

test('no development package is in it, and packages are installed before the source changes', () => {
  const packages = stages.find(({ name }) => name === 'packages')!;
  expect(saidBy('RUN', packages)).toEqual(['npm ci --omit=dev --ignore-scripts']);
  expect(saidBy('COPY')).toContain('--from=packages /app/node_modules node_modules');
  for (const stage of stages.slice(0, 2)) {
    const keywords = stage.instructions.map(({ keyword, said }) => `${keyword} ${said}`);
    expect(keywords[2]).toBe('COPY package.json package-lock.json .npmrc ./');
    expect(keywords[3]).toMatch(/^RUN npm ci/);
  }
  expect(saidBy('COPY').at(-1)).toBe('src src');
});

test('nothing is fetched but by npm ci, nothing deleted, no secret given', () => {
  for (const stage of stages) {
    expect(saidBy('ADD', stage)).toEqual([]);
    expect(saidBy('RUN', stage).join('\n')).not.toMatch(/curl|wget|apt|sudo|rm |npm (i|install|prune)\b|\bcd\b/);
    expect([...saidBy('ENV', stage), ...saidBy('ARG', stage)].join('\n')).not.toMatch(/TOKEN|SECRET|KEY|PASSWORD/);
  }
});

test('what it copies is there, and is not left out by .dockerignore', () => {
  const ignored = readFileSync('.dockerignore', 'utf8').split('\n').filter(Boolean);
  for (const stage of stages)
    for (const said of saidBy('COPY', stage).filter(one => !one.startsWith('--from')))
      for (const path of said.split(' ').slice(0, -1)) {
        expect(existsSync(path), path).toBe(true);
        expect(ignored).not.toContain(path);
      }
  for (const secret of ['.env', 'data', '.git', 'node_modules']) expect(ignored).toContain(secret);
});
