/** Sending what no page of the hub would send, and what must hold of every answer to it. */
import { Agent, request as httpRequest } from 'node:http';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type APIRequestContext, type APIResponse } from '@playwright/test';

/** Marks requests, so that their lines are found in the server's log. */
export const MARK = `hostile-${process.pid}-${Date.now()}`;

export const LONG = 'x'.repeat(10_000);
export const MARKUP = '"><script>alert(1)</script><img src=x onerror=alert(1)>';

/** Where the hostile tests try to book. */
export const ROOM = 'vokalrommet';
export const NOBODYS_ID = '01a2aaaa-aaaa-7aaa-8aaa-aaaaaaaaaaaa';
export const BAD_DATES = ['2026-02-30', '2027-13-01', '', '0', LONG, "' OR 1=1 --", '🥁', '99999-01-01', '2999-12-31', '1900-01-01'];
export const BAD_NUMBERS = ['0', '-1', '1e9', '999999999999', '2.5', 'NaN', 'mange', '🥁', '0x10', LONG];
export const BAD_IDS = ['x', '1', '-1', 'null', '%27%3B--', '%00', '..%2f..%2fetc%2fpasswd', 'a'.repeat(5_000), NOBODYS_ID];

/** What tells too much: stacks, queries, files, texts that are missing. */
const LEAKS = /\n\s+at |node_modules|\.server\.ts|Prisma|PostgreSQL|SELECT |INSERT INTO|violates|⟦/;

export type Sent = { status: number; text: string; location: string; headers: Record<string, string> };

/** The answer, after checking that it is no fault, tells nothing, and runs nothing that was sent. */
export async function answerOf(response: APIResponse): Promise<Sent> {
  const text = await response.text();
  const headers = response.headers();
  expect(response.status(), `${response.url()}\n${text.slice(0, 500)}`).toBeLessThan(500);
  const visible = text.replace(/<script\b[^>]*type="(?:module|application\/json)".*?<\/script>|<link\b[^>]*>/gs, '');
  expect(LEAKS.exec(visible)?.[0], response.url()).toBeUndefined();
  expect(text, response.url()).not.toContain(MARKUP);
  expect(text, response.url()).not.toContain('<script>alert(1)');
  expect(headers['x-injected'], response.url()).toBeUndefined();
  return { status: response.status(), text, location: headers['location'] ?? '', headers };
}

type Init = NonNullable<Parameters<APIRequestContext['fetch']>[1]>;

export async function send(request: APIRequestContext, method: string, path: string, init: Init = {}): Promise<Sent> {
  return answerOf(await request.fetch(path, { method, maxRedirects: 0, ...init }));
}

/** Sends a path as it stands; browsers and `fetch` would tidy it first. */
export function sendRaw(baseURL: string, path: string, headers: Record<string, string> = {}): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(baseURL);
    const sent = httpRequest({ hostname, port, path, headers: { 'x-request-id': MARK, ...headers } }, (answer) => {
      let text = '';
      answer.on('data', (chunk: Buffer) => (text += chunk.toString()));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }));
    });
    sent.on('error', reject);
    sent.end();
  });
}

type Plain = { path: string; method?: string; body?: string };

/** Statuses of requests that follow each other on one connection. */
export async function statusesOnOneConnection(baseURL: string, requests: readonly Plain[]): Promise<number[]> {
  const { hostname, port } = new URL(baseURL);
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const statuses: number[] = [];
  for (const { path, method = 'GET', body = '' } of requests) {
    statuses.push(
      await new Promise<number>((resolve, reject) => {
        const headers = { 'x-request-id': MARK, 'content-length': Buffer.byteLength(body) };
        const sent = httpRequest({ agent, hostname, port, path, method, headers, timeout: 5_000 }, (answer) => {
          answer.resume().once('end', () => resolve(answer.statusCode ?? 0));
        });
        sent.on('timeout', () => sent.destroy(new Error(`${path} is not answered`)));
        sent.on('error', reject);
        sent.end(body);
      }),
    );
  }
  agent.destroy();
  return statuses;
}

/** Faults that the server has logged for marked requests. */
export function loggedFaults(): string[] {
  const log = readFileSync(join(process.env['E2E_DATA_DIR'] ?? '', 'logs', 'server.log'), 'utf8');
  return log.split('\n').filter((line) => line.includes(MARK) && /"level":[56]0/.test(line));
}
