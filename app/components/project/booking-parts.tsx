import { useTranslation } from 'react-i18next';
import { formatMoment, formatSpan } from '~/lib/format-time';
import type { BookingDate, BookingDates } from '~/modules/bookings/series/booking-dates.queries.server';
import { refusalText } from '../booking/refusal-text';
import { StateOfDate } from '../series/booking-dates';
import { useLocale } from '../site/use-locale';
import { SectionHeader } from '../ui/section-header';

type BookingPartsProps = {
  parts: BookingDates;
  bookingId: string;
  /** Parts that are still to come may be called off, or changed. */
  mayCancel: boolean;
  mayChange: boolean;
  /** One that could not be had may be tried again. */
  mayRetry: boolean;
  now: Date;
};

/** All parts of a project in order of time: where, when, what has become of each, and its own door. */
export function BookingParts({ parts: { items, firstNumber }, ...rest }: BookingPartsProps) {
  const { t } = useTranslation('project');
  return (
    <section className="section" aria-labelledby="deler">
      <SectionHeader id="deler" title={t('page.parts')} />
      <ol className="project-parts">
        {items.map((part, index) => (
          <Part key={part.id} part={part} number={firstNumber + index} {...rest} />
        ))}
      </ol>
    </section>
  );
}

type PartProps = Omit<BookingPartsProps, 'parts'> & { part: BookingDate; number: number };

function Part({ part, number, ...rest }: PartProps) {
  const { t } = useTranslation('project');
  const { t: booking } = useTranslation('booking');
  const locale = useLocale();
  const { partName, start, end, roomName, roomSlug, buildingName, state, refusal } = part;
  const name = partName || t('words.part', { number });
  return (
    <li>
      <div className="project-line-head">
        <h3 className="h4">{name}</h3>
        <StateOfDate state={state} />
      </div>
      <p className="num">
        {formatSpan(start, end, locale, { year: true })} · <a href={`/rom/${roomSlug}`}>{roomName}</a>, {buildingName}
      </p>
      {refusal && <p className="small">{refusalText(refusal, { t: booking, locale, itemName: () => '' })}</p>}
      <Door part={part} now={rest.now} />
      <Steps part={part} name={name} {...rest} />
    </li>
  );
}

function Door({ part: { access, state }, now }: { part: BookingDate; now: Date }) {
  const { t } = useTranslation('project');
  const locale = useLocale();
  if (!access || state !== 'confirmed' || access.closesAt <= now) return null;
  const { code, opensAt, closesAt } = access;
  if (code === null) return <p className="small muted">{t('booking.doorComes', { moment: formatMoment(opensAt, locale) })}</p>;
  return (
    <p>
      <b className="num" role="img" aria-label={t('booking.spokenCode', { digits: code.split('').join(' ') })}>
        {t('booking.door', { code: `${code}#` })}
      </b>{' '}
      <span className="small muted">{t('booking.doorWorks', { span: formatSpan(opensAt, closesAt, locale) })}</span>
    </p>
  );
}

function Steps({ part, name, bookingId, mayCancel, mayChange, mayRetry, now }: Omit<PartProps, 'number'> & { name: string }) {
  const { t } = useTranslation('project');
  const ahead = part.start > now;
  if (!ahead) return null;
  const path = `/bestilling/${bookingId}`;
  const agreed = part.state === 'confirmed';
  const steps = [
    ...(agreed && mayChange ? [{ step: 'change' as const, href: `${path}/endre?forekomst=${part.id}` }] : []),
    ...(agreed && mayCancel ? [{ step: 'cancel' as const, href: `${path}/avbestill?dato=${part.id}` }] : []),
    ...(part.state === 'refused' && mayRetry ? [{ step: 'retry' as const, href: `${path}/datoer?dato=${part.id}` }] : []),
  ];
  if (steps.length === 0) return null;
  return (
    <p className="project-steps">
      {steps.map(({ step, href }) => (
        <a key={step} href={href} aria-label={t(`booking.${step}Label`, { part: name })}>
          {t(`booking.${step}`)}
        </a>
      ))}
    </p>
  );
}
