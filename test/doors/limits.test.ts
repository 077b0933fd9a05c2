import { expect, test } from 'vitest';
import { limits as contentLimits } from '../../src/content/limits.ts';
import { limits } from '../../src/core/cards/limits.ts';
import { ID_LENGTH } from '../../src/core/runtime/id.ts';
import { discord, slack } from '../../src/doors/limits.ts';

test.each<[string, number, number, number]>([
  ['buttonLabel', limits.buttonLabel, discord.buttonLabel, slack.buttonText],
  ['menuChoices', limits.menuChoices, discord.selectOptions, slack.messageMenuOptions],
  ['menuLine', limits.menuLine, discord.selectOption, slack.menuOption],
  ['placeholder', limits.placeholder, discord.selectPlaceholder, slack.placeholder],
  ['completions', limits.completions, discord.completions, slack.menuOptions],
  ['token', limits.token, discord.customId, slack.buttonValue],
  ['a label in a content file', contentLimits.label, limits.buttonLabel, limits.buttonLabel],
  ['a choice of a case', contentLimits.choice, discord.buttonLabel, slack.buttonText],
  ['a topic in a menu', contentLimits.description, limits.menuLine, limits.menuLine],
  ['an id as a key of a message', ID_LENGTH, discord.nonce, discord.nonce],
])('%s, wherever it is shown, fits each door', (_, ours, one, other) => {
  expect(ours).toBeLessThanOrEqual(Math.min(one, other));
});
