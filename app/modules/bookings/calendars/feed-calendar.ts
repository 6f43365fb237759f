/** A feed as the calendar that programs subscribe to. */
import type { TFunction } from 'i18next';
import { instantValue, type Property, textValue, writeComponent } from '~/lib/icalendar';
import type { Locale } from '~/lib/locale';
import { TIME_ZONE } from '~/lib/local-time';
import type { CalendarKind, FeedEntry } from './calendar-feed';

export interface FeedContent {
  readonly kind: CalendarKind;
  /** Of the organisation or the room; empty for one's own calendar. */
  readonly name: string;
  readonly locale: Locale;
  /** Where links lead: scheme and host. */
  readonly baseUrl: string;
  readonly entries: readonly FeedEntry[];
}

/** Media type of the answer. */
export const FEED_TYPE = 'text/calendar; charset=utf-8';

/** How often programs should look again (RFC 7986, section 5.7); many have their own opinion. */
const REFRESH_EVERY = 'PT1H';

type Translate = TFunction<'calendars'>;

export function feedCalendar(feed: FeedContent, t: Translate): string {
  const name = textValue(feed.kind === 'person' ? t('feed.own') : t('feed.named', { name: feed.name }));
  return writeComponent({
    name: 'VCALENDAR',
    properties: [
      ['VERSION', '2.0'],
      ['PRODID', '-//Sundbytunet//Kalender//NO'],
      ['CALSCALE', 'GREGORIAN'],
      ['METHOD', 'PUBLISH'],
      ['NAME', name],
      ['X-WR-CALNAME', name],
      ['X-WR-TIMEZONE', TIME_ZONE],
      ['REFRESH-INTERVAL;VALUE=DURATION', REFRESH_EVERY],
      ['X-PUBLISHED-TTL', REFRESH_EVERY],
    ],
    components: feed.entries.map((entry) => ({ name: 'VEVENT', properties: eventProperties(entry, feed, t) })),
  });
}

function eventProperties(entry: FeedEntry, feed: FeedContent, t: Translate): Property[] {
  const { summary, description, location, path } = words(entry, feed, t);
  const url = path === null ? null : feed.baseUrl + path;
  return [
    ['UID', entry.uid],
    ['SEQUENCE', String(entry.sequence)],
    ['DTSTAMP', instantValue(entry.stampedAt)],
    ['DTSTART', instantValue(entry.start)],
    ['DTEND', instantValue(entry.end)],
    ['STATUS', entry.status],
    // What is called off takes no time any more.
    ['TRANSP', entry.status === 'CANCELLED' ? 'TRANSPARENT' : 'OPAQUE'],
    ['SUMMARY', textValue(summary)],
    ...optional('DESCRIPTION', [...description, url ?? ''].filter((line) => line !== '').join('\n')),
    ...optional('LOCATION', location),
    ...(url === null ? [] : [['URL', url] satisfies Property]),
  ];
}

function optional(name: string, text: string): Property[] {
  return text === '' ? [] : [[name, textValue(text)]];
}

type Words = { summary: string; description: string[]; location: string; path: string | null };

function words({ told, status }: FeedEntry, { locale, kind }: FeedContent, t: Translate): Words {
  const plain = (summary: string): Words => ({ summary, description: [], location: '', path: null });
  switch (told.kind) {
    case 'busy':
      return plain(t('feed.busy'));
    case 'closed':
      return plain(t('feed.closed', { reason: told.reason[locale] }));
    case 'who':
      return {
        ...plain(told.purpose === '' ? told.who : t('feed.whoAndWhat', { who: told.who, what: told.purpose })),
        path: `/admin/bestillinger/${told.bookingId}`,
      };
    case 'where':
    case 'booking': {
      const room = t('feed.room', { room: told.roomName, building: told.buildingName });
      // In one's own calendar several bands may meet; in a band's it goes without saying.
      const summary = kind === 'person' && told.organisationName !== null ? t('feed.forWhom', { room, name: told.organisationName }) : room;
      const location = t('feed.location', { building: told.buildingName });
      if (told.kind === 'where') return { ...plain(summary), location };
      const unpaid = status === 'TENTATIVE' ? t('feed.unpaid') : '';
      return {
        summary,
        description: [unpaid, told.purpose, told.entrance[locale]],
        location,
        path: `/bestilling/${told.bookingId}`,
      };
    }
  }
}
