import type { Reporter, TestModule } from 'vitest/node';

/** Closes the run with one line that a person or a script can read: `312 passed, 0 failed, 0 skipped`. */
export default class Summary implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const tests = modules.flatMap(module => [...module.children.allTests()]);
    const count = (state: string) => tests.filter(test => test.result().state === state).length;
    const broken = modules.filter(module => module.errors().length > 0).length + errors.length;
    process.once('exit', () => {
      console.log(
        `${count('passed')} passed, ${count('failed') + broken} failed, ${count('skipped') + count('pending')} skipped`,
      );
    });
  }
}
