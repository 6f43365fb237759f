import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { VARIABLE_NAMES } from '~/infrastructure/env-schema';
import { taskList } from '~/jobs/task-list.server';
import { WATCHED_EVENTS } from '~/modules/billing/receive-stripe-event.server';

const page = readFileSync('docs/operations.md', 'utf8');
/** The first column of the page's tables, and the list of events. */
const named = new Set([...page.matchAll(/^\| `([^`]+)` \|/gm)].map((match) => match[1]));

test('the page about running the hub describes every environment variable, and no other', () => {
  const described = [...named].filter((name) => /^[A-Z_]+$/.test(name ?? ''));
  expect(described.toSorted()).toEqual(VARIABLE_NAMES.toSorted());
});

test('it describes every job and cron', () => {
  const described = [...named].filter((name) => /^[a-z]+\.[a-z-]+$/.test(name ?? ''));
  expect(described.toSorted()).toEqual(Object.keys(taskList).toSorted());
});

test('it lists the events that the endpoint at Stripe must send', () => {
  expect(WATCHED_EVENTS.filter((type) => !page.includes(`\`${type}\``))).toEqual([]);
});
