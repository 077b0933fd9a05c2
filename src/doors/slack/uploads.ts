import type { Logger } from 'pino';
import type { Uploads } from '../../core/ports/uploads.ts';
import { type Client, directChannel, slackReasonOf } from './clients.ts';

/** How long what is somebody's own stays in Slack. */
const KEPT = { minutes: 10 };
const SAVE_IT = 'Save it where you need it: it is deleted from Slack in ten minutes.';
/** What Slack would not delete for so long is given up. */
const GIVEN_UP = { hours: 24 };
/** Slack's words for a file that is not there, or never came to be. */
const GONE = new Set(['file_not_found', 'file_deleted']);
const TIMEOUT_MS = 30_000;

export interface OutgoingFile {
  bytes: Uint8Array;
  name: string;
  /** What a picture shows, for those who do not see it. */
  alt?: string;
  /** Deleted from Slack after ten minutes. */
  brief: boolean;
}

interface UploaderParts {
  web: Client;
  uploads: Uploads;
  now(): Temporal.Instant;
  log: Logger;
  /** The workspace of the bot's token; undefined before the door has started. */
  team(): string | undefined;
}

/** Brings files to direct messages, and takes those away again that are there for a short time. */
export function createUploader({ web, uploads, now, log, team }: UploaderParts) {
  let sweeping = false;

  return {
    /** @throws where Slack does not take it */
    async bring(user: string, { bytes, name, alt, brief }: OutgoingFile): Promise<void> {
      const channel = await directChannel(web, user);
      const made = await web.files.getUploadURLExternal({
        filename: name,
        length: bytes.length,
        ...(alt && { alt_text: alt }),
      });
      const { file_id: fileId, upload_url: url } = made;
      if (!fileId || !url) throw new Error('files.getUploadURLExternal gave no address');
      // Before there is anything to see: a crash after this leaves a row, and the row takes the file away.
      if (brief) await uploads.remember({ team: team() ?? '', fileId, deleteAt: now().add(KEPT) });
      const body = new Blob([bytes.slice()]);
      const sent = await fetch(url, { method: 'POST', body, signal: AbortSignal.timeout(TIMEOUT_MS) });
      if (!sent.ok) throw new Error(`upload ${sent.status}`);
      await web.files.completeUploadExternal({
        files: [{ id: fileId, title: name }],
        channel_id: channel,
        ...(brief && { initial_comment: SAVE_IT }),
      });
    },

    /** Deletes from Slack what is due; what fails is tried again at the next sweep. */
    async sweep(): Promise<void> {
      const ours = team();
      if (sweeping || ours === undefined) return;
      sweeping = true;
      try {
        for (const { id, fileId, deleteAt } of await uploads.due(ours, now())) {
          const refusal = await web.files.delete({ file: fileId }).then(() => undefined, slackReasonOf);
          const late = Temporal.Instant.compare(deleteAt.add(GIVEN_UP), now()) < 0;
          if (refusal === undefined || GONE.has(refusal) || late) await uploads.forget(id);
          if (refusal !== undefined && !GONE.has(refusal))
            log.warn({ reason: refusal, late }, 'Slack does not delete a file');
        }
      } finally {
        sweeping = false;
      }
    },
  };
}

export type Uploader = ReturnType<typeof createUploader>;
