import { z } from 'zod';
import { SlackError } from '../types.ts';
import { newView, openView, readView, updateView, viewJson } from '../views.ts';
import { method, userIn } from './method.ts';

const opening = method({
  tier: 'tier4',
  args: z.object({ trigger_id: z.string(), view: z.unknown().optional() }),
  run: ({ trigger_id: trigger, view }, { world }) => ({ view: viewJson(world, openView(world, trigger, view)) }),
});

const update = method({
  tier: 'tier4',
  args: z.object({
    view_id: z.string().optional(),
    external_id: z.string().optional(),
    hash: z.string().optional(),
    view: z.unknown().optional(),
  }),
  run({ view_id: id, external_id: externalId, hash, view: raw }, { world, team }) {
    const view = [...world.views.values()].find(
      candidate => candidate.id === id || (externalId !== undefined && candidate.external_id === externalId),
    );
    if (!view?.open || view.teamId !== team.id) throw new SlackError('not_found');
    return { view: viewJson(world, updateView(world, view, readView(raw, view.type, world), hash)) };
  },
});

const publish = method({
  tier: 'tier4',
  args: z.object({ user_id: z.string(), hash: z.string().optional(), view: z.unknown().optional() }),
  run({ user_id: userId, hash, view: raw }, call) {
    const { world } = call;
    userIn(call, userId);
    const content = readView(raw, 'home', world);
    const home = world.homes.get(userId);
    const view = home ? updateView(world, home, content, hash) : newView(world, userId, content);
    world.homes.set(userId, view);
    world.changed();
    return { view: viewJson(world, view) };
  },
});

export const views = { 'views.open': opening, 'views.push': opening, 'views.update': update, 'views.publish': publish };
