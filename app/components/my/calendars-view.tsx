import { useTranslation } from 'react-i18next';
import type { CalendarChoice, CalendarList } from '~/modules/bookings/calendars/calendar-list.queries.server';
import { PageHead } from '../layout/page-head';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { SectionHeader } from '../ui/section-header';
import { SelectField } from '../ui/select';
import { CalendarRow } from './calendar-row';
import { MyColumns } from './my-page';

export type CalendarsViewProps = {
  calendars: CalendarList;
  /** What the last form did; `gone` when there was nothing left to do it to. */
  said: 'make' | 'renew' | 'revoke' | 'gone' | null;
  /** Works at the house: calendars of rooms say who has them. */
  seesNames: boolean;
};

/** Addresses for calendar programs: one's own, the bands' and the rooms'. */
export function CalendarsView({ calendars, said, seesNames }: CalendarsViewProps) {
  const { t } = useTranslation('calendars');
  const { own, organisations, rooms, otherRooms } = calendars;
  return (
    <div className="wrap page stack">
      <PageHead title={t('title')} lead={t('lead')} back={{ href: '/min-side', label: t('back') }} />
      {said && <Notice tone={said === 'gone' ? 'info' : 'success'} title={t(`said.${said}`)} announce />}
      <MyColumns side={<HowTo />}>
        <section aria-labelledby="own">
          <SectionHeader id="own" title={t('own.title')} />
          <ul>
            <CalendarRow calendar={{ ...own, name: t('own.name') }} text={t('own.text')} />
          </ul>
        </section>
        {organisations.length > 0 && (
          <section className="section" aria-labelledby="organisations">
            <SectionHeader id="organisations" title={t('organisations.title')} />
            <ul>
              {organisations.map((calendar) => (
                <CalendarRow key={calendar.subject} calendar={calendar} text={t('organisations.text', { name: calendar.name })} />
              ))}
            </ul>
          </section>
        )}
        <section className="section" aria-labelledby="rooms">
          <SectionHeader id="rooms" title={t('rooms.title')} />
          <p className="section-text">{seesNames ? t('rooms.named') : t('rooms.masked')}</p>
          {rooms.length > 0 && (
            <ul>
              {rooms.map((calendar) => (
                <CalendarRow key={calendar.subject} calendar={calendar} />
              ))}
            </ul>
          )}
          {otherRooms.length > 0 && <RoomForm rooms={otherRooms} />}
        </section>
      </MyColumns>
    </div>
  );
}

function RoomForm({ rooms }: { rooms: readonly CalendarChoice[] }) {
  const { t } = useTranslation('calendars');
  return (
    <form method="post" className="calendar-room-form" data-reload>
      <SelectField
        key={rooms.length}
        id="room"
        name="subject"
        label={t('rooms.choose')}
        required
        options={[{ value: '', label: t('rooms.none') }, ...rooms.map(({ subject, name }) => ({ value: subject, label: name }))]}
      />
      <Button name="intent" value="make" icon="plus">
        {t('make')}
      </Button>
    </form>
  );
}

function HowTo() {
  const { t } = useTranslation('calendars');
  const programs = ['apple', 'google', 'outlook'] as const;
  return (
    <section className="section calendar-how" aria-labelledby="how">
      <SectionHeader id="how" title={t('how.title')} />
      {programs.map((program) => (
        <div key={program}>
          <h3>{t(`how.${program}`)}</h3>
          <p>{t(`how.${program}Text`)}</p>
        </div>
      ))}
    </section>
  );
}
