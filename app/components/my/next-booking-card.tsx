import { formatClock, formatClockSpan, formatSpan } from '~/lib/format-time';
import { localDateOf } from '~/lib/local-time';
import { occasionOf } from '~/modules/bookings/occasion';
import type { NextBooking as NextBookingData } from '~/modules/bookings/my-bookings.queries.server';
import { BUILDING_NAMES } from '../site/building-names';
import { ButtonLink } from '../ui/button';
import { Yard, type YardProps } from '../yard/yard';
import { DoorCode } from './door-code';
import { accessOf, capitalised, dayWord, type MyTexts } from './my-texts';
import { NextBooking } from './next-booking';
import { ShareButton } from './share-button';

type NextBookingCardProps = { booking: NextBookingData; mayCancel: boolean; mayExtend: boolean; texts: MyTexts };

/** The sign that ends a code on the lock. */
const CLOSING_KEY = '#';

/** The next booking: its door, when and where, what to do about it, and the way in. */
export function NextBookingCard({ booking, mayCancel, mayExtend, texts }: NextBookingCardProps) {
  const { t, locale, now } = texts;
  const place = { room: booking.roomName, building: booking.buildingName };
  const page = `/bestilling/${booking.id}`;
  const when = formatSpan(booking.start, booking.end, locale, { year: !isSameYear(booking.start, now) });
  return (
    <NextBooking
      label={t('next.label')}
      gate={<Gate booking={booking} texts={texts} />}
      when={capitalised(when)}
      what={whatText(booking, texts)}
      actions={
        <>
          <ShareButton
            label={booking.roomKind === 'rehearsal' ? t('share.band') : t('share.other')}
            text={shareText(booking, when, texts)}
          />
          <ButtonLink href={`${page}/kalender.ics`} icon="calendar" data-reload>
            {t('next.calendar')}
          </ButtonLink>
        </>
      }
      links={[
        { href: page, label: t('next.see') },
        ...(mayExtend ? [{ href: `${page}/forleng`, label: t('next.extend') }] : []),
        ...(mayCancel && now < booking.start ? [{ href: `${page}/avbestill`, label: t('next.cancel') }] : []),
      ]}
      map={{
        picture: <Yard mini {...pinOn(booking)} label={t('next.map', place)} buildingNames={BUILDING_NAMES} />,
        directions: booking.entrance[locale],
      }}
    />
  );
}

function Gate({ booking, texts }: { booking: NextBookingData; texts: MyTexts }) {
  const { t } = texts;
  const { code } = accessOf(booking);
  return (
    <DoorCode
      title={t('door.title', { building: booking.buildingName })}
      code={code === null ? undefined : code + CLOSING_KEY}
      spokenCode={code === null ? undefined : t('door.spoken', { digits: code.split('').join(' ') })}
      validity={validityText(booking, texts)}
    />
  );
}

function validityText(booking: NextBookingData, texts: MyTexts): string {
  const { t, locale } = texts;
  const { opensAt, closesAt, code } = accessOf(booking);
  const day = dayWord(opensAt, texts);
  if (code === null) return t('door.comes', { day, clock: formatClock(opensAt, locale) });
  return t('door.works', { day, span: formatClockSpan(opensAt, closesAt, locale) });
}

/** `Øvingsrom 2, Låven · trommesett, 2 × sangmikrofon · for Raknehaug lyd`. */
function whatText(booking: NextBookingData, { t, locale }: MyTexts): string {
  const equipment = booking.equipment.map(({ nameNb, nameEn, quantity }) => {
    const name = locale === 'nb' ? nameNb : nameEn;
    const inSentence = name.charAt(0).toLowerCase() + name.slice(1);
    return quantity > 1 ? t('next.pieces', { quantity, name: inSentence }) : inSentence;
  });
  return [
    booking.kind === 'project' ? occasionOf(booking.purpose, booking.partName) : '',
    t('next.where', { room: booking.roomName, building: booking.buildingName }),
    equipment.join(', '),
    booking.organisationName === null ? '' : t('next.forOrganisation', { name: booking.organisationName }),
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

/** What a fellow musician needs to know; with the code once it works. */
function shareText(booking: NextBookingData, when: string, texts: MyTexts): string {
  const { t, locale } = texts;
  const text = t('share.text', { room: booking.roomName, building: booking.buildingName, when, entrance: booking.entrance[locale] });
  const { code } = accessOf(booking);
  if (code === null) return text;
  const validity = validityText(booking, texts);
  return t('share.withCode', { text, code: code + CLOSING_KEY, validity: validity.charAt(0).toLowerCase() + validity.slice(1) });
}

/** The one room that the small drawing knows, and the pin on it. */
function pinOn({ planNumber, roomName }: NextBookingData): Pick<YardProps, 'rooms' | 'highlight'> {
  if (planNumber === null) return { rooms: [] };
  return { rooms: [{ number: planNumber, name: roomName, state: 'free', stateLabel: '' }], highlight: planNumber };
}

function isSameYear(a: Date, b: Date): boolean {
  return localDateOf(a).slice(0, 4) === localDateOf(b).slice(0, 4);
}
