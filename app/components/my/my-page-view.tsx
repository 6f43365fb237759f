import type { Locale } from '~/lib/locale';
import type { OpenLetter } from '~/modules/bookings/closure-offers/open-letters.queries.server';
import type { MyPage } from '~/modules/bookings/my-bookings.queries.server';
import type { ReleasedTimeLine } from '~/modules/bookings/released/released.queries.server';
import type { MyEntry } from '~/modules/bookings/waiting/waitlist-page.queries.server';
import { LetterNotices } from '../closure-offer/letter-notices';
import { MyLines } from '../waiting/my-lines';
import { ReleasedList } from '../released/released-list';
import { RoomIllustration } from '../illustrations/room-illustration';
import { ButtonLink } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { Notice } from '../ui/notice';
import { HeldNotices, PastBookings, UpcomingBookings } from './booking-lists';
import { MyAccount, MyOrganisations, type MyOrganisation } from './my-account';
import { MyColumns, MyGreeting } from './my-page';
import { greetingText, type MyTexts } from './my-texts';
import { NextBookingCard } from './next-booking-card';
import { ReceiptList } from './receipt-list';
import { useMyTexts } from './use-my-texts';
import { useFreshAt, usePresent } from './use-present';

export type MyPageViewProps = {
  /** When the server read all this. */
  now: Date;
  person: { name: string; email: string; mailLocale: Locale };
  /** What a form of this page, or of one that leads here, has done. */
  said: 'left' | 'language' | null;
  organisations: readonly MyOrganisation[];
  bookings: MyPage;
  mayCancelNext: boolean;
  /** It is running, and the time after it is free. */
  mayExtendNext: boolean;
  /** What the house asks because it must close. */
  letters: readonly OpenLetter[];
  /** The lines they stand in. */
  waiting: readonly MyEntry[];
  /** Times they have given back. */
  released: readonly ReleasedTimeLine[];
};

/** Somebody's own page: what comes next with its door, what comes, what was, the money and the account. */
export function MyPageView({
  now: loadedAt,
  person,
  organisations,
  bookings,
  mayCancelNext,
  mayExtendNext,
  said,
  letters,
  waiting,
  released,
}: MyPageViewProps) {
  useFreshAt(turningPoints(bookings), loadedAt);
  const texts = useMyTexts(usePresent(loadedAt));
  const { t } = texts;
  const [firstName = ''] = person.name.split(' ');
  const isNew = !bookings.next && bookings.upcoming.length === 0 && bookings.past.items.length === 0 && bookings.past.page === 1;
  return (
    <div className="wrap">
      <MyGreeting
        title={firstName === '' ? t('greeting.helloNoName') : t('greeting.hello', { name: firstName })}
        text={<span aria-live="polite">{greetingText(bookings, texts)}</span>}
      />
      <MyColumns
        side={
          <>
            {!isNew && <UpcomingBookings bookings={bookings.upcoming} texts={texts} />}
            <MyLines entries={waiting} />
            <ReleasedList times={released} />
            <ReceiptList receipts={bookings.receipts} texts={texts} />
            <MyOrganisations organisations={organisations} texts={texts} />
            <MyAccount {...person} texts={texts} />
          </>
        }
        below={<PastBookings past={bookings.past} texts={texts} />}
      >
        {said && <Notice tone="success" title={t(`said.${said}`)} announce />}
        <LetterNotices letters={letters} named />
        <HeldNotices bookings={bookings.upcoming} texts={texts} />
        {bookings.next ? (
          <NextBookingCard booking={bookings.next} mayCancel={mayCancelNext} mayExtend={mayExtendNext} texts={texts} />
        ) : (
          bookings.upcoming.length === 0 && <NothingNext isNew={isNew} texts={texts} />
        )}
      </MyColumns>
    </div>
  );
}

function NothingNext({ isNew, texts: { t } }: { isNew: boolean; texts: MyTexts }) {
  return (
    <EmptyState
      level={2}
      title={isNew ? t('empty.newTitle') : t('empty.noneTitle')}
      drawing={<RoomIllustration slug="ovingsrom-2" kind="rehearsal" label="" />}
      actions={
        <>
          <ButtonLink href="/rom" variant="primary" icon="search">
            {t('empty.find')}
          </ButtonLink>
          <ButtonLink href="/kalender" icon="board">
            {t('empty.calendar')}
          </ButtonLink>
        </>
      }
    >
      {isNew ? t('empty.newText') : t('empty.noneText')}
    </EmptyState>
  );
}

/** Moments at which the page tells something else: a code comes or goes, a booking begins or ends, a hold is lost. */
function turningPoints({ next, upcoming }: MyPage): Date[] {
  return [
    ...(next ? [next.start, next.end] : []),
    ...(next?.access ? [next.access.opensAt, next.access.closesAt] : []),
    ...upcoming.flatMap(({ holdExpiresAt, state }) => (state === 'held' && holdExpiresAt ? [holdExpiresAt] : [])),
  ];
}
