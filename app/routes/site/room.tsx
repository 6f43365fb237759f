import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { houseRuleLines } from '~/components/rules/rule-words';
import { RoomView } from '~/components/site/room-view';
import { notFound } from '~/http/guards.server';
import { i18nFor } from '~/http/i18n.server';
import { localeOf } from '~/http/locale.server';
import { getLooker } from '~/http/looker.server';
import { pageMeta } from '~/http/meta';
import { now } from '~/infrastructure/clock.server';
import { addDays, localDateOf, parseLocalDate, weekdayOf } from '~/lib/local-time';
import { loadRoomWeek } from '~/modules/bookings/room-week.queries.server';
import { loadRoomPage } from '~/modules/bookings/room-page.queries.server';

export const handle = { i18n: ['common', 'rooms', 'calendar'] };

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.room.name ?? '', data?.summary);

/** Everything about one room, and its week. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const present = now();
  const slug = params.slug ?? '';
  const asked = parseLocalDate(new URL(request.url).searchParams.get('dato') ?? '') ?? localDateOf(present);
  const monday = addDays(asked, 1 - weekdayOf(asked));
  const looker = await getLooker(request);
  const [room, week] = await Promise.all([
    loadRoomPage(slug, looker.bookingGroups, present),
    loadRoomWeek({ ...looker, slug, monday, now: present }),
  ]);
  if (!room || !week) throw notFound();
  const locale = localeOf(request);
  const ruleLines = houseRuleLines(room.houseRules, { t: i18nFor(locale).getFixedT(null, 'rules'), locale });
  return { room, week, monday, ruleLines, now: present, summary: room.summary[locale] };
}

export default function RoomPage() {
  return <RoomView {...useLoaderData<typeof loader>()} />;
}
