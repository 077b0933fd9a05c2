import { z } from 'zod';
import { ownPictures, pictures } from '../../charts/index.ts';
import { bold } from '../../core/cards/bold.ts';
import { buttons, type Card, card, section } from '../../core/cards/card.ts';
import { call, formCall } from '../../core/commands/call.ts';
import { defineCommand } from '../../core/commands/command.ts';
import { officialDates, sayOfficialDate } from '../../domain/season/officialDates.ts';
import { cycleOf, dayOf, phaseOn, phases, phasesOf, weekOfSeason, youNow } from '../../domain/season/season.ts';
import { formatDay, formatShortDay } from '../../domain/time/localTime.ts';
import { capital } from '../../domain/words/sentences.ts';
import { agendaOf, ownDates } from '../sending/agenda.ts';

/** How many of the dates ahead are shown at once. */
const AHEAD = 5;

export const timeline = defineCommand({
  name: 'timeline',
  description: 'The season: what programs do now, what to do, and the official dates ahead',
  audience: 'everyone',
  options: z.strictObject({}),
  examples: [''],
  async run(_, context): Promise<Card> {
    const { now, zone, season } = context;
    const here = now.toZonedDateTimeISO(zone);
    const phase = phaseOn(here, season);
    const cycle = cycleOf(here, season);
    const dates = [...officialDates(cycle, season), ...officialDates(cycle + 1, season)]
      .filter(date => Temporal.PlainDate.compare(date.until ?? dayOf(date.when), here.toPlainDate()) >= 0)
      .sort((one, other) => Temporal.PlainDate.compare(dayOf(one.when), dayOf(other.when)))
      .slice(0, AHEAD);
    const starts = phasesOf(cycle, season).map(({ label, starts }) => `${label} from ${formatShortDay(starts)}`);
    const own = (await agendaOf(context)).slice(0, AHEAD).map(capital);
    const drawn = { today: here.toPlainDate(), rules: season, dates };
    const picture =
      own.length > 0
        ? await ownPictures.season({ ...drawn, own: await ownDates(context) })
        : await pictures.season(drawn);
    const sources = [...new Map(dates.map(({ source }) => [source.url, source])).values()];
    return card('The season', {
      answer: `Week ${weekOfSeason(here, season)} of the ${cycle - 1}-${String(cycle).slice(2)} season: ${phase.label}.`,
      blocks: [
        { type: 'text', text: `${bold('Programs now.')} ${phase.programs}` },
        { type: 'text', text: `${bold('You now.')} ${youNow(phase, context.user.applicantType)}` },
        {
          type: 'text',
          text: `This phase lasts until ${formatDay(phase.ends)}.${phases[phase.id].account ? ACCOUNT : ''}`,
        },
        ...section('Yours', own),
        ...section('Official dates', dates.map(sayOfficialDate)),
        { type: 'text', text: `${bold('The whole season.')} ${capital(starts.join('; '))}.` },
        { type: 'picture', ...picture },
        ...buttons(
          { label: 'What to do now', call: call('advice', { topic: 'season' }) },
          { label: 'Log someone', call: formCall('log') },
          { label: 'Offers and the rules', call: call('advice', { topic: 'offers' }) },
          { label: 'In my calendar', call: call('my-data', { do: 'calendar' }) },
        ),
        ...buttons(...sources.map(({ name, url }) => ({ label: name, url }))),
      ],
      ...(dates.length > 0 && { footer: '"Expected" dates follow each year’s rule.' }),
    });
  },
});

const ACCOUNT = ' Its dates are one insider’s view of how early-offer programs work, not an official calendar.';
