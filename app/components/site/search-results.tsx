import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { formatOre } from '~/lib/format-money';
import { formatClock, formatDuration, formatSpan } from '~/lib/format-time';
import { addMinutes } from '~/lib/interval';
import type { Locale } from '~/lib/locale';
import { localDateOf, minuteFrom } from '~/lib/local-time';
import type { FreeRoom, FreeRoomsAnswer, NotFreeRoom } from '~/modules/bookings/search.queries.server';
import { refusalText } from '../booking/refusal-text';
import { SectionHeader } from '../ui/section-header';
import { bookPath } from './book-path';
import { RoomPicture } from './room-catalogue';
import { useRoomCardFacts } from './room-card-facts';
import { RoomRow, RoomRows } from './room-row';
import { useLocale } from './use-locale';

type SearchResultsProps = { answer: FreeRoomsAnswer; minutes: number; people: string };

/** What is free, with the whole price; then what is not, with the reason and the nearest times that are. */
export function SearchResults({ answer, minutes, people }: SearchResultsProps) {
  const { t } = useTranslation('rooms');
  const locale = useLocale();
  const { slot, free, notFree } = answer;
  const seeDay = { href: `/kalender?dato=${localDateOf(slot.start)}`, label: t('results.seeDay') };
  return (
    <>
      <section aria-labelledby="free">
        <SectionHeader id="free" title={t('results.free', { count: free.length })} end={<a href={seeDay.href}>{seeDay.label}</a>} />
        <p className="section-text num">
          {t('results.when', { span: formatSpan(slot.start, slot.end, locale), duration: formatDuration(minutes, locale) })}
        </p>
        {free.length === 0 && <p className="section-text">{t('results.empty')}</p>}
        <RoomRows label={t('results.free', { count: free.length })}>
          {free.map((room) => (
            <FreeRow key={room.slug} room={room} minutes={minutes} people={people} />
          ))}
        </RoomRows>
      </section>
      {notFree.length > 0 && (
        <section className="section" aria-labelledby="not-free">
          <SectionHeader id="not-free" title={t('results.notFree')} />
          <RoomRows label={t('results.notFree')}>
            {notFree.map((room) => (
              <NotFreeRow key={room.slug} room={room} people={people} />
            ))}
          </RoomRows>
        </section>
      )}
    </>
  );
}

function FreeRow({ room, minutes, people }: { room: FreeRoom; minutes: number; people: string }) {
  const { t } = useTranslation('rooms');
  const locale = useLocale();
  const { price, startTimes } = room;
  const total = t('results.total', { price: formatOre(price.totalOre, locale), duration: formatDuration(minutes, locale) });
  return (
    <RoomRow
      href={`/rom/${room.slug}`}
      name={room.name}
      facts={useRoomCardFacts(room)}
      price={price.supportOre > 0 ? t('results.totalSupported', { price: total }) : total}
      picture={<RoomPicture slug={room.slug} kind={room.kind} label={room.name} />}
    >
      <ul className="slots">
        {startTimes.map((start) => (
          <li key={start.toISOString()}>
            <SlotLink
              room={room.slug}
              name={room.name}
              start={start}
              end={addMinutes(start, minutes)}
              people={people}
              t={t}
              locale={locale}
            />
          </li>
        ))}
      </ul>
    </RoomRow>
  );
}

type SlotLinkProps = { room: string; name: string; start: Date; end: Date; people: string; t: TFunction<'rooms'>; locale: Locale };

function SlotLink({ room, name, start, end, people, t, locale }: SlotLinkProps) {
  const date = localDateOf(start);
  const clock = formatClock(start, locale);
  const href = bookPath(room, { date, fromMinute: minuteFrom(date, start), toMinute: minuteFrom(date, end), people });
  return (
    <a className="slot num" href={href} aria-label={t('results.bookFor', { room: name, clock })}>
      {t('results.book', { clock })}
    </a>
  );
}

function NotFreeRow({ room, people }: { room: NotFreeRoom; people: string }) {
  const { t } = useTranslation('rooms');
  const { t: booking } = useTranslation('booking');
  const locale = useLocale();
  return (
    <RoomRow
      href={`/rom/${room.slug}`}
      name={room.name}
      facts={useRoomCardFacts(room)}
      price={refusalText(room.reason, { t: booking, locale, itemName: () => '' })}
      picture={<RoomPicture slug={room.slug} kind={room.kind} label={room.name} />}
    >
      {room.alternatives.length > 0 && (
        <>
          <p className="small muted">{t('results.alternatives')}</p>
          <ul className="slots">
            {room.alternatives.map(({ roomSlug, roomName, slot }) => {
              const date = localDateOf(slot.start);
              const href = bookPath(roomSlug, {
                date,
                fromMinute: minuteFrom(date, slot.start),
                toMinute: minuteFrom(date, slot.end),
                people,
              });
              return (
                <li key={roomSlug + slot.start.toISOString()}>
                  <a className="slot num" href={href}>
                    {roomSlug === room.slug
                      ? formatSpan(slot.start, slot.end, locale)
                      : `${roomName}, ${formatSpan(slot.start, slot.end, locale)}`}
                  </a>
                </li>
              );
            })}
          </ul>
        </>
      )}
    </RoomRow>
  );
}
