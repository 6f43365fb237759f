import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { CalendarView } from '~/components/calendar/calendar-view';
import { HouseNotReadyPage } from '~/components/site/house-not-ready';
import { i18nFor } from '~/http/i18n.server';
import { localeOf } from '~/http/locale.server';
import { getBooker } from '~/http/booker.server';
import { getLooker } from '~/http/looker.server';
import { pageMeta } from '~/http/meta';
import { now } from '~/infrastructure/clock.server';
import { localDateOf, parseLocalDate } from '~/lib/local-time';
import { readBookingDraft } from '~/modules/bookings/booking-draft';
import { slotFrom } from '~/modules/bookings/slot-from';
import { previewBooking } from '~/modules/bookings/booking-preview.queries.server';
import { loadDayBoard } from '~/modules/bookings/day-board.queries.server';
import { readRoomKind } from '~/modules/bookings/room-search';

export const handle = { i18n: ['common', 'calendar', 'booking'] };

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.title ?? '', data?.description);

/** One day of all rooms; a time picked on it is part of the address. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const present = now();
  const asked = searchParams.get('dato');
  const date = asked ? parseLocalDate(asked) : null;
  const shown = date ?? localDateOf(present);
  const looker = await getLooker(request);
  const [board, choice] = await Promise.all([
    loadDayBoard({ ...looker, date: shown, kind: readRoomKind(searchParams.get('type')), now: present }),
    readChoice(request, searchParams, present),
  ]);
  const t = i18nFor(localeOf(request)).getFixedT(null, 'calendar');
  const badDate = Boolean(asked) && date === null;
  return {
    board,
    choice,
    now: present,
    kind: readRoomKind(searchParams.get('type')),
    badDate,
    title: t('metaTitle'),
    description: t('metaDescription'),
  };
}

/** The picked time with its price, or why it cannot be had. */
async function readChoice(request: Request, params: URLSearchParams, present: Date) {
  const roomSlug = params.get('rom');
  const draft = readBookingDraft(params);
  const slot = roomSlug ? slotFrom(draft) : null;
  if (!roomSlug || !slot?.ok) return null;
  const { actor, groups } = await getBooker(request);
  const preview = await previewBooking({
    ...{ roomSlug, slot: slot.value, date: localDateOf(slot.value.start), people: 1, equipment: [] },
    ...{ paymentMethod: 'card' as const, organisation: null, groups, actor, now: present },
  });
  return preview?.decision ? { roomSlug, slot: slot.value, decision: preview.decision } : null;
}

export default function CalendarPage() {
  const { t } = useTranslation('calendar');
  const view = useLoaderData<typeof loader>();
  const notReady = Object.keys(view.board.counts).length === 0;
  return notReady ? <HouseNotReadyPage title={t('title')} /> : <CalendarView {...view} />;
}
