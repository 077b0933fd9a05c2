import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

interface Step {
  uses?: string;
  run?: string;
  if?: string;
  with?: Record<string, unknown>;
}
interface Workflow {
  permissions: Record<string, string>;
  jobs: Record<string, { 'timeout-minutes': number; steps: Step[] }>;
}
const files = globSync('.github/workflows/*.yml').toSorted();
const workflows: Workflow[] = files.map(file => parse(readFileSync(file, 'utf8')));
const stepsOf = (name: string): Step[] =>
  Object.values(workflows[files.findIndex(file => file.endsWith(name))]?.jobs ?? {}).flatMap(({ steps }) => steps);

test('what is tested there is what is tested here', () => {
  const last = readFileSync('.ci/run', 'utf8').trim().split('\n').at(-1);
  expect(last).toBe('npm test');
  expect(stepsOf('test.yml').at(-1)?.run).toBe('npm test');
});

test('the image goes where a variable of the repository says, and nowhere for a pull request', () => {
  const steps = stepsOf('image.yml');
  const pushing = steps.filter(
    ({ run, uses }) => run?.includes('docker push') || uses?.startsWith('docker/login-action'),
  );
  expect(pushing).toHaveLength(2);
  for (const step of pushing) expect(step.if).toContain("env.IMAGE != '' && github.event_name == 'push'");
  expect(steps.find(({ uses }) => uses?.startsWith('docker/build-push-action'))?.with).not.toHaveProperty('push');
});

test('each action has a version, each job an end, and nothing more rights than it needs', () => {
  for (const { jobs, permissions } of workflows) {
    expect(permissions.contents).toBe('read');
    for (const job of Object.values(jobs)) expect(job['timeout-minutes']).toBeLessThanOrEqual(90);
    for (const { uses } of Object.values(jobs).flatMap(({ steps }) => steps))
      if (uses) expect(uses).toMatch(/^(actions|docker)\/[\w-]+@v\d+$/);
  }
});

test('updates are looked for wherever something is taken from elsewhere', () => {
  const { updates }: { updates: { 'package-ecosystem': string }[] } = parse(
    readFileSync('.github/dependabot.yml', 'utf8'),
  );
  expect(updates.map(one => one['package-ecosystem'])).toEqual(['npm', 'docker', 'docker-compose', 'github-actions']);
});
