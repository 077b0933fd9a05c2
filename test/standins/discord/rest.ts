import { MessageFlags } from 'discord.js';
import { Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { z } from 'zod';
import { readCommands } from './commands.ts';
import { snowflake } from './components.ts';
import { Refusal, readForm } from './errors.ts';
import { guildWire } from './guildWire.ts';
import { type Env, incoming } from './http.ts';
import type { Interactions } from './interactions.ts';
import * as messages from './messageRoutes.ts';
import type { World } from './world.ts';

/** The routes under /api/v10; a refusal that any of them throws becomes Discord's error answer. */
export function restRoutes(world: World, interactions: Interactions, gatewayInfo: () => object): Hono<Env> {
  const app = new Hono<Env>();
  const application = () => ({
    id: world.bot.id,
    name: world.bot.global_name,
    description: '',
    icon: null,
    flags: 0,
    bot: world.bot,
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    approximate_guild_count: [...world.guilds.values()].filter(it => it.hasBot).length,
  });

  app.get('/gateway/bot', c => c.json(gatewayInfo()));
  app.get('/users/@me', c => c.json(world.bot));
  app.get('/applications/@me', c => c.json(application()));
  app.get('/oauth2/applications/@me', c => c.json(application()));

  const own = (id: string) => {
    if (id !== world.bot.id) throw new Refusal('foreignApplication');
  };
  const listed = () => [...world.commands, ...(world.entryPoint ? [world.entryPoint] : [])];
  app.get('/applications/:id/commands', c => {
    own(c.req.param('id'));
    return c.json(listed());
  });
  app.get('/applications/:id/guilds/:guild/commands/permissions', c => {
    own(c.req.param('id'));
    const guild = world.guilds.get(c.req.param('guild'));
    if (!guild?.hasBot) throw new Refusal('missingAccess');
    return c.json(world.commandRules.wire(guild, world.commands));
  });
  app.put('/applications/:id/commands', async c => {
    own(c.req.param('id'));
    const { json } = await incoming(c);
    const isEntryPoint = (it: unknown) => typeof it === 'object' && it !== null && 'type' in it && it.type === 4;
    if (world.entryPoint && !(Array.isArray(json) && json.some(isEntryPoint))) throw new Refusal('entryPointMissing');
    const commands = readCommands(Array.isArray(json) ? json.filter(it => !isEntryPoint(it)) : json);
    world.commands = commands.map(it => ({
      ...it,
      id: world.commands.find(before => before.name === it.name)?.id ?? world.id(),
      application_id: world.bot.id,
      version: world.id(),
      default_member_permissions: it.default_member_permissions ?? null,
    }));
    return c.json(listed());
  });

  app.get('/guilds/:id', c => {
    const guild = world.guilds.get(c.req.param('id'));
    if (!guild) throw new Refusal('unknownGuild');
    if (!guild.hasBot) throw new Refusal('missingAccess');
    return c.json(guildWire(guild));
  });

  app.post('/users/@me/channels', async c => {
    const { recipient_id } = readForm(z.object({ recipient_id: snowflake }), (await incoming(c)).json);
    const account = world.accounts.get(recipient_id);
    if (!account) throw new Refusal(recipient_id === world.bot.id ? 'closedDms' : 'unknownUser');
    return c.json(world.channelWire(world.dm(account)));
  });

  const channel = '/channels/:channel';
  app.get(channel, c => c.json(world.channelWire(messages.visible(world, c.req.param('channel')))));
  app.get(`${channel}/messages`, c => c.json(messages.list(world, c.req.param('channel'), c.req.query())));
  app.post(`${channel}/messages`, async c => c.json(messages.post(world, c.req.param('channel'), await incoming(c))));
  app.get(`${channel}/messages/:id`, c => c.json(messages.read(world, c.req.param('channel'), c.req.param('id'))));
  app.patch(`${channel}/messages/:id`, async c =>
    c.json(messages.change(world, c.req.param('channel'), c.req.param('id'), await incoming(c))),
  );
  app.delete(`${channel}/messages/:id`, c => {
    messages.erase(world, c.req.param('channel'), c.req.param('id'));
    return c.body(null, 204);
  });

  app.post('/interactions/:id/:token/callback', async c => {
    const body = await incoming(c);
    const { interaction, type } = interactions.answer(c.req.param('id'), c.req.param('token'), body);
    if (c.req.query('with_response') !== 'true') return c.body(null, 204);
    const { id, original } = interaction;
    const flags = original?.flags ?? 0;
    const about = original && {
      response_message_id: original.id,
      response_message_loading: (flags & MessageFlags.Loading) !== 0,
      response_message_ephemeral: (flags & MessageFlags.Ephemeral) !== 0,
    };
    const message = original && messages.readBack(original);
    return c.json({
      interaction: { id, type: interaction.type, ...about },
      ...(message && { resource: { type, message } }),
    });
  });

  const webhook = '/webhooks/:app/:token';
  app.post(webhook, async c => {
    const body = await incoming(c);
    return c.json(messages.readBack(interactions.followUp(c.req.param('app'), c.req.param('token'), body)));
  });
  app.get(`${webhook}/messages/:id`, c => {
    const { app, token, id } = c.req.param();
    return c.json(messages.readBack(interactions.find(app, token, id).message));
  });
  app.patch(`${webhook}/messages/:id`, async c => {
    const { app, token, id } = c.req.param();
    return c.json(messages.readBack(interactions.edit(app, token, id, await incoming(c))));
  });
  app.delete(`${webhook}/messages/:id`, c => {
    const { app, token, id } = c.req.param();
    interactions.delete(app, token, id);
    return c.body(null, 204);
  });

  app.notFound(() => {
    throw new Refusal('notFound');
  });
  return app;
}

/** Turns what a route threw into the answer that Discord would give. */
export function refusalResponse(error: Error): Response {
  if (!(error instanceof Refusal)) throw error;
  return Response.json(error.body, { status: error.status as ContentfulStatusCode });
}
