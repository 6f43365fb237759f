import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { conditionalReply } from '~/http/conditional-reply.server';
import { notFound } from '~/http/guards.server';
import { i18nFor } from '~/http/i18n.server';
import { networkAddressOf, retryAfter } from '~/http/rate-limit.server';
import { now } from '~/infrastructure/clock.server';
import { FEED_TYPE, feedCalendar } from '~/modules/bookings/calendars/feed-calendar';
import { readCalendarFeed } from '~/modules/bookings/calendars/read-calendar-feed.server';

/** `kalender/<token>.ics`: what calendar programs read. The address is the key; no cookie is looked at. */
export async function loader({ params, request, context }: LoaderFunctionArgs): Promise<Response> {
  const token = /^(.+)\.ics$/.exec(params.file ?? '')?.[1];
  if (token === undefined) throw notFound();
  const feed = await readCalendarFeed(token, networkAddressOf(context), now());
  if (!feed.ok && feed.code === 'too_many') return new Response(null, { status: 429, headers: retryAfter(feed.waitSeconds) });
  if (!feed.ok) return new Response(null, { status: 404, headers: { 'Cache-Control': 'private, no-store' } });
  const { content, contentHash, changedAt } = feed.value;
  const headers = { 'Content-Type': FEED_TYPE, 'Cache-Control': 'private, no-cache', 'X-Robots-Tag': 'noindex' };
  const t = i18nFor(content.locale).getFixedT(null, 'calendars');
  return conditionalReply(request, { etag: `"${contentHash}"`, lastModified: changedAt }, headers, () => feedCalendar(content, t));
}

/** There is nothing to send to a calendar; said here, before the router would name the address in its answer. */
export function action(_args: ActionFunctionArgs): Response {
  return new Response(null, { status: 405, headers: { Allow: 'GET, HEAD' } });
}
