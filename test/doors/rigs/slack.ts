import type { Actor, Message, Reply, Slack, View } from '../../standins/slack/index.ts';
import { PLACEHOLDER } from '../../support/placeholder.ts';
import { clientSends, type Seen, type Tester } from './tester.ts';

const WAIT_MS = 20_000;

/** Somebody at their Slack client, in a channel. */
export function slackTester(slack: Slack, actor: Actor, channel: ReturnType<Slack['addChannel']>): Tester {
  const openedBy = ({ id }: Reply): View | undefined =>
    [...slack.world.views.values()].find(view => view.openedBy === id);
  const answerTo = (reply: Reply): Message | undefined =>
    reply.messages().findLast(({ text, files }) => !PLACEHOLDER.test(text) && files.length === 0);

  async function seen(reply: Reply): Promise<Seen> {
    const found = await slack.until(
      () => openedBy(reply) ?? answerTo(reply),
      () => `an answer to ${reply.id}`,
      WAIT_MS,
    );
    return shown(found);
  }

  const shown = (target: Message | View): Seen => ({
    text: slack.text(target),
    buttons: slack.buttons(target).flatMap(({ label, url }) => (url ? [] : [label])),
    form: !('ts' in target) && target.submit !== undefined,
    tap: async label => seen(await clientSends(() => actor.click(target, label))),
    async submit(values, file) {
      if ('ts' in target) throw new Error('there is no form');
      const before = slack.world.feed.length;
      const result = await clientSends(() => actor.submit(target, { ...values, ...(file && { file }) }));
      const { errors, failed, updated, pushed } = result;
      if (errors) return { ...shown(target), text: Object.values(errors).join('\n') };
      if (failed !== undefined) throw new Error(`the form failed: ${failed}`);
      const view = updated ?? pushed;
      const isThere = (text: string) => !PLACEHOLDER.test(text.replace(/^.*\n/, ''));
      if (view)
        return shown(await slack.until(() => (isThere(slack.text(view)) ? view : undefined), 'an answer', WAIT_MS));
      // The form is gone: its answer takes the place of the message that it was opened from, or comes below it.
      const since = () => slack.world.feed.slice(before).map(({ message }) => message);
      const answer = () =>
        since().findLast(message => slack.world.sees(actor.id, message) && !PLACEHOLDER.test(message.text));
      return shown(await slack.until(answer, () => `an answer to the form ${target.title}`, WAIT_MS));
    },
  });

  const tester: Tester = {
    async types(command, options = {}) {
      const words = Object.entries(options).map(([name, value]) => `${name}:"${value.replaceAll('"', '')}"`);
      const text = [command, ...words].join(' ');
      return seen(await clientSends(() => actor.command('/backchannel', text, { channel })));
    },
    async gives(file) {
      const opened = await (await tester.types('my-data')).tap('Import a file');
      // Where it did not open, that is what they see.
      return opened.form ? opened.submit({}, file) : opened;
    },
    writes: async text => seen(await clientSends(() => actor.says(text))),
    async completes() {
      return [];
    },
    reads: () =>
      [...actor.sees(channel), ...actor.dms(), ...actor.modals()].map(target => slack.text(target)).join('\n'),
  };
  return tester;
}
