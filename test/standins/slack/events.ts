import type { Transport } from './delivery.ts';
import type { Ack, Json } from './types.ts';
import { APP_ID, type World } from './world.ts';

/** Sends events, and sends them again when they are not acknowledged: at once, then after each further delay. */
export class Events {
  readonly #world: World;
  readonly #transport: () => Transport;
  readonly #retryDelaysMs: readonly number[];
  readonly #timers = new Set<NodeJS.Timeout>();
  #closed = false;

  constructor(world: World, transport: () => Transport, retryDelaysMs: readonly number[]) {
    this.#world = world;
    this.#transport = transport;
    this.#retryDelaysMs = retryDelaysMs;
  }

  /** Wraps an event for a workspace's app. */
  envelope(teamId: string, event: Json, org = false): Json {
    const { botUserId, enterprise } = this.#world.team(teamId);
    return {
      token: 'standin',
      type: 'event_callback',
      team_id: teamId,
      ...(enterprise && { enterprise_id: enterprise.id }),
      api_app_id: APP_ID,
      event,
      event_id: this.#world.id('Ev'),
      event_time: Math.floor(this.#world.now() / 1000),
      is_ext_shared_channel: false,
      authorizations: [
        {
          enterprise_id: enterprise?.id ?? null,
          team_id: teamId,
          user_id: botUserId,
          is_bot: true,
          is_enterprise_install: org,
        },
      ],
    };
  }

  /** The answer to the first attempt; later ones run by themselves. */
  async send(envelope: Json): Promise<Ack> {
    const ack = await this.#transport().deliver('events_api', envelope);
    if (!ack.ok) this.#again(envelope, 1, ack.error);
    return ack;
  }

  #again(envelope: Json, attempt: number, error: string): void {
    const delay = this.#retryDelaysMs[attempt - 1];
    if (delay === undefined || this.#closed) return;
    const timer = setTimeout(async () => {
      this.#timers.delete(timer);
      const reason = error === 'operation_timeout' ? 'timeout' : 'http_error';
      const ack = await this.#transport().deliver('events_api', envelope, { attempt, reason });
      if (!ack.ok) this.#again(envelope, attempt + 1, ack.error);
    }, delay).unref();
    this.#timers.add(timer);
  }

  close(): void {
    this.#closed = true;
    for (const timer of this.#timers) clearTimeout(timer);
  }
}
