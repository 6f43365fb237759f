/**
 * The demo's post office: takes every mail over SMTP, keeps it as a file, and shows it over HTTP. Nothing leaves this machine.
 */
import { join } from 'node:path';
import { MailStore } from './mail-store';
import { createInboxServer } from './inbox-server';
import { createReceiver } from './receiver';

const LOOPBACK = '127.0.0.1';

const { NODE_ENV, STRIPE_SECRET_KEY = '', SMTP_PORT, PORT, DATA_DIR = '.data' } = process.env;

if (NODE_ENV === 'production' || /^(sk|rk)_live_/.test(STRIPE_SECRET_KEY)) {
  console.error('The mail stand-in is for the demo and refuses to run in production or beside a live key.');
  process.exit(1);
}

const store = new MailStore(join(DATA_DIR, 'mail'));
const receiver = createReceiver(store).listen(Number(SMTP_PORT), LOOPBACK);
const inbox = createInboxServer(store).listen(Number(PORT), LOOPBACK);

process.on('SIGTERM', () => {
  receiver.close(() => undefined);
  inbox.close(() => process.exit(0));
  inbox.closeAllConnections();
});
