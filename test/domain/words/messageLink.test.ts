import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isMessageLink } from '../../../src/domain/words/messageLink.ts';

test.each([
  'https://applicants.slack.com/archives/C024BE91L/p1760461234567890',
  'https://big.enterprise.slack.com/archives/D024BE91L/p1760461234567890',
  'https://applicants.slack.com/archives/G024BE91L/p1760461234567890?thread_ts=1760461234.567890&cid=G024BE91L',
  'https://discord.com/channels/1576146747439251456/1576146753005092868/1576146758352830464',
  'https://discord.com/channels/@me/1576146753005092868/1576146758352830464',
])('%s is a message', link => {
  expect(isMessageLink(link)).toBe(true);
});

test.each([
  'http://applicants.slack.com/archives/C024BE91L/p1760461234567890',
  'https://applicants.slack.com.evil.org/archives/C024BE91L/p1760461234567890',
  'https://evil.org/?https://discord.com/channels/@me/1576146753005092868/1576146758352830464',
  'https://discord.com/channels/@me/1576146753005092868/1576146758352830464\nhttps://evil.org',
  'https://discord.com/channels/@me/1/2/3',
  'javascript:alert(1)',
])('%s is none', link => {
  expect(isMessageLink(link)).toBe(false);
});

test('whatever is given, it is looked at within a moment', () => {
  fc.assert(
    fc.property(
      fc.string({ maxLength: 1000 }),
      fc.constantFrom('', 'https://a.slack.com/archives/C'),
      (text, begins) => {
        const from = performance.now();
        isMessageLink(begins + text);
        expect(performance.now() - from).toBeLessThan(5);
      },
    ),
  );
});
