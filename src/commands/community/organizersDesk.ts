import { toldOn } from '../../content/blocks.ts';
import type { Content } from '../../content/types.ts';
import type { Block } from '../../core/cards/card.ts';
import { trackRules } from '../../domain/season/track.ts';
import { formatMoment, weeklyAfter } from '../../domain/time/localTime.ts';
import { capital } from '../../domain/words/sentences.ts';
import { type PostEvent, postsCalendar } from '../../exchange/postsCalendar.ts';
import { bodyBlocks } from '../library/pieceCard.ts';
import { tipOf } from '../sending/weeklyTip.ts';

/** How many posts are shown ahead: a year. */
const WEEKS = 52;

/** When a community would post, and on which season. */
export interface PostPlan {
  /** 1 Monday to 7 Sunday, and the local hour 0-23 in `zone`. */
  weekday: number;
  hour: number;
  zone: string;
  shiftDays: number;
  match: boolean;
}

/** One week: its post word for word, or why there is none. */
export interface ShownPost {
  /** "Mon, Nov 30, 2026, 9 AM CT". */
  when: string;
  title: string;
  blocks: Block[];
  /** What its button says; undefined where nothing is posted. */
  button?: string;
}

/** What organizers can look at before anything is posted. */
export interface OrganizersDesk {
  posts(plan: PostPlan): Promise<ShownPost[]>;
  /** The same as a calendar file. */
  calendar(plan: PostPlan): Promise<string>;
  /** A text to hand on, as it is told on a platform: for a dean, or to introduce the bot. Undefined where there is none. */
  page(id: string, platform: string): Promise<{ title: string; blocks: Block[] } | undefined>;
}

/** @param read reads the texts anew each time where an operator's own may have changed */
export function organizersDesk(read: () => Promise<Content>, now: () => Temporal.Instant): OrganizersDesk {
  // However many ask at once, they are read once.
  let reading: Promise<Content> | undefined;
  const texts = (): Promise<Content> => {
    reading ??= read().finally(() => {
      reading = undefined;
    });
    return reading;
  };

  async function weeks({ weekday, hour, zone, shiftDays, match }: PostPlan) {
    const content = await texts();
    const season = trackRules(content.season, { shiftDays, match });
    const found = weeklyAfter(now(), { weekday, hour }, zone);
    return [...found.take(WEEKS)].map(({ day, at }) => ({ at, zone, found: tipOf(content, day, season) }));
  }

  return {
    async posts(plan) {
      return (await weeks(plan)).map(({ at, zone, found }): ShownPost => {
        const when = formatMoment(at, zone);
        if ('skip' in found)
          return { when, title: 'No post', blocks: [{ type: 'text', text: `${capital(found.skip)}.` }] };
        const { title, body, do: action } = found.tip;
        return { when, title, blocks: bodyBlocks(body), button: action.label };
      });
    },
    async calendar(plan) {
      const events = (await weeks(plan)).flatMap(({ at, found }): PostEvent[] =>
        'skip' in found ? [] : [{ at, title: found.tip.title, body: found.tip.body.replaceAll('**', '') }],
      );
      return postsCalendar(events, now());
    },
    async page(id, platform) {
      const page = (await texts()).pages.get(id);
      return page && { title: page.title, blocks: bodyBlocks(toldOn(platform, page.body)) };
    },
  };
}
