/**
 * A real receiving end for SMTP: what the hub sends here would have reached a mail server just the same.
 */
import { buffer } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import type { MailStore } from './mail-store';

const MAX_BYTES = 10_000_000;

export function createReceiver(store: MailStore): SMTPServer {
  return new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    size: MAX_BYTES,
    onData(stream, _session, callback) {
      buffer(stream)
        .then((raw) => store.add(raw, new Date()))
        .then(() => callback(), callback);
    },
  });
}
