/** A receiving end for mail. Import it before anything of the application: it names itself in the environment, which is read once. */
import { afterAll } from 'vitest';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

export const received: Email[] = [];

/** How many of the next mails are refused. */
export const mailFaults = { refusals: 0 };

const server = new SMTPServer({
  disabledCommands: ['AUTH', 'STARTTLS'],
  onData(stream, _session, done) {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('end', () => {
      if (mailFaults.refusals > 0) {
        mailFaults.refusals -= 1;
        done(new Error('mailbox unavailable'));
        return;
      }
      PostalMime.parse(Buffer.concat(chunks)).then((mail) => {
        received.push(mail);
        done();
      }, done);
    });
  },
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const address = server.server.address();
process.env['SMTP_URL'] = `smtp://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
afterAll(() => new Promise<void>((resolve) => server.close(resolve)));
