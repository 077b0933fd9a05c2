// A replica that takes the lane, says so, and holds it until it is killed. Run by deadProcess.test.ts.
import { pgBossDispatcher } from '../../src/dispatcher/pgBoss.ts';

await pgBossDispatcher(process.argv[2] ?? '', 1).start({
  async *tick() {
    yield ['lane'];
  },
  due: async () => ['lane'],
  async drain() {
    console.log('draining');
    await new Promise(() => {});
  },
  report: error => console.error(error),
});
