import { request } from 'node:http';
import { newId } from '../../../src/core/runtime/id.ts';
import type { Outcome } from '../../../src/doors/playground/answers.ts';
import type { Message } from '../../../src/doors/playground/chat.ts';
import type { Completion } from '../../../src/doors/playground/completion.ts';
import type { Persona } from '../../../src/doors/playground/people.ts';

interface Answered {
  status: number;
  headers: NodeJS.Dict<string | string[]>;
  text: string;
}

/** One HTTP request with just the headers given: fetch would put Host and Origin itself. */
export function ask(url: string, headers: Record<string, string> = {}, body?: string): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: body === undefined ? 'GET' : 'POST', headers }, async response => {
      const parts = await Array.fromAsync(response);
      resolve({ status: response.statusCode ?? 0, headers: response.headers, text: Buffer.concat(parts).toString() });
    });
    sent.once('error', reject).end(body);
  });
}

/** A browser without a page: it keeps its cookie and sends what the page would. */
export async function visit(url: string) {
  const first = await ask(`${url}/`);
  const cookie = String(first.headers['set-cookie']).split(';')[0] ?? '';
  const headers = { cookie, origin: url, 'content-type': 'application/json' };
  const post = async <T>(path: string, body: unknown): Promise<T> => {
    const { status, text } = await ask(`${url}${path}`, headers, JSON.stringify(body));
    if (status !== 200) throw new Error(`HTTP ${status}: ${text}`);
    return JSON.parse(text) as T;
  };
  return {
    cookie,
    first,
    as: (persona: Persona, place: 'channel' | 'direct' = 'channel') => ({
      give: (given: object, more: { requestId?: string; on?: string } = {}): Promise<Outcome> =>
        post('/api/call', { persona, place, zone: 'America/Chicago', requestId: newId(), ...more, given }),
      suggest: (about: object): Promise<Completion> => post('/api/suggest', { persona, place, about }),
      async sees(): Promise<Message[]> {
        const { text } = await ask(`${url}/api/state?persona=${persona}`, { cookie });
        return (JSON.parse(text) as { messages: Message[] }).messages;
      },
    }),
  };
}

export function messageOf(outcome: Outcome): Message {
  if (!('message' in outcome)) throw new Error(`no message: ${JSON.stringify(outcome)}`);
  return outcome.message;
}

export function formOf(outcome: Outcome) {
  if (!('form' in outcome)) throw new Error(`no form: ${JSON.stringify(outcome)}`);
  return outcome.form;
}

/** The token of the button with this label. */
export function tokenOf({ card }: Message, label: string): string {
  const found = card.blocks
    .flatMap(block => (block.type === 'buttons' ? block.buttons : []))
    .find(button => button.label === label);
  if (!found || !('token' in found)) throw new Error(`no button "${label}"`);
  return found.token;
}
