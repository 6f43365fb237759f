import { pino } from 'pino';
import { expect, test } from 'vitest';
import { loggerOptions } from './logger.server';
import { tokenOf } from './secret-address.server';

function logged(fields: object): string {
  const lines: string[] = [];
  pino({ ...loggerOptions, level: 'error' }, { write: (line: string) => lines.push(line) }).error(fields, 'request failed');
  return lines.join('');
}

const token = tokenOf('calendar', '0190a000-0000-7000-8000-000000000001');

test('an address that is itself a key never stands in the log, in a path or in an error', () => {
  const error = new Error(`You made a POST request to "/kalender/${token}.ics"`);
  const line = logged({ path: `/kalender/${token}.ics`, err: error });
  expect(line).not.toContain(token);
  expect(line).toContain('"path":"/kalender/[removed].ics"');
  expect(line).toContain('POST request to');
});

test('other addresses stand in the log as they are', () => {
  expect(logged({ path: '/bestilling/0190a000-0000-7000-8000-000000000001' })).toContain(
    '/bestilling/0190a000-0000-7000-8000-000000000001',
  );
});
