/** Far above what either platform's addresses take. */
const LONGEST = 250;

const SLACK =
  /^https:\/\/[a-z0-9-]{1,63}(?:\.enterprise)?\.slack(?:-gov)?\.com\/archives\/[A-Z0-9]{2,30}\/p\d{10,20}(?:\?thread_ts=\d{1,12}\.\d{1,8}&cid=[A-Z0-9]{2,30})?$/;
const DISCORD = /^https:\/\/discord\.com\/channels\/(?:@me|\d{5,20})\/\d{5,20}\/\d{5,20}$/;

/** Whether this is the address of one message on Slack or Discord, and nothing else. */
export const isMessageLink = (text: string): boolean =>
  text.length <= LONGEST && (SLACK.test(text) || DISCORD.test(text));
