import { describe, expect, test } from 'vitest';
import { conditionalReply } from './conditional-reply.server';

const validators = { etag: '"a1"', lastModified: new Date('2026-11-21T17:00:00.400Z') };
const ask = (headers: Record<string, string>, method = 'GET') =>
  conditionalReply(new Request('http://localhost/x', { headers, method }), validators, { 'Content-Type': 'text/calendar' }, () => 'body');

describe('an answer that the client may have', () => {
  test.each([
    ['the same name', { 'if-none-match': '"a1"' }, 304],
    ['the same name as a proxy packed it', { 'if-none-match': '"b2", W/"a1"' }, 304],
    ['any name', { 'if-none-match': '*' }, 304],
    ['another name', { 'if-none-match': '"b2"' }, 200],
    ['another name, whatever the time', { 'if-none-match': '"b2"', 'if-modified-since': 'Sat, 21 Nov 2026 18:00:00 GMT' }, 200],
    ['the second of the change', { 'if-modified-since': 'Sat, 21 Nov 2026 17:00:00 GMT' }, 304],
    ['an earlier time', { 'if-modified-since': 'Sat, 21 Nov 2026 16:59:59 GMT' }, 200],
    ['no time at all', { 'if-modified-since': 'yesterday' }, 200],
  ])('with %s', async (_what, headers, status) => {
    const answer = ask(headers);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('etag')).toBe('"a1"');
    expect(answer.headers.get('last-modified')).toBe('Sat, 21 Nov 2026 17:00:00 GMT');
    expect(await answer.text()).toBe(status === 200 ? 'body' : '');
  });

  test('has no body when only the head is asked for', async () => {
    const answer = ask({}, 'HEAD');
    expect([answer.status, answer.headers.get('content-type'), await answer.text()]).toEqual([200, 'text/calendar', '']);
  });
});
