import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { formatClock, formatClockSpan, formatMoment, formatSpan } from '~/lib/format-time';
import type { Locale } from '~/lib/locale';
import { localDateOf, localMinuteOf } from '~/lib/local-time';
import { type DoorNow, type DoorState, doorState, isStale } from '~/modules/bookings/doors/door-screen';
import type { DoorScreenPage } from '~/modules/bookings/doors/door-screen.queries.server';
import { useLocale } from '../site/use-locale';
import { Icon } from '../ui/icon';
import { QrPicture } from '../ui/qr-picture';
import { useScreenTime } from './use-screen-time';

const REFRESH_SECONDS = 60;
const DAY_FROM_MINUTE = 7 * 60;
const DAY_TO_MINUTE = 20 * 60;

/** The tablet at a door: now, next, free until. Readable from across the yard, dark by night, and true without a network. */
export function DoorScreenView({ page, loadedAt }: { page: DoorScreenPage; loadedAt: Date }) {
  const { t } = useTranslation('doors');
  const locale = useLocale();
  const time = useScreenTime(loadedAt);
  const state = doorState(page.timeline, time);
  return (
    <div className={`door-screen door-screen-${state.now.kind}`} data-theme={isDay(time) ? 'light' : 'dark'}>
      <noscript>
        <meta httpEquiv="refresh" content={String(REFRESH_SECONDS)} />
      </noscript>
      <header>
        <h1>{page.roomName}</h1>
        <p>{page.buildingName}</p>
        <time className="num" dateTime={time.toISOString()}>
          {formatClock(time, locale)}
        </time>
      </header>
      <main className="door-screen-now" aria-live="polite">
        <p className="door-screen-word">{t(`screen.${state.now.kind}`)}</p>
        <p className="door-screen-until num">{untilText(state.now, time, t, locale)}</p>
        {state.now.kind === 'closed' && <p className="door-screen-reason">{state.now.reason[locale]}</p>}
      </main>
      <div className="door-screen-foot">
        <NextUse state={state} time={time} />
        <section className="door-screen-check-in" aria-labelledby="check-in">
          <QrPicture drawing={page.checkIn.code} label={t('screen.qr')} />
          <div>
            <h2 id="check-in">{t('screen.checkIn')}</h2>
            <p>{t('screen.checkInText')}</p>
            <p className="door-screen-address">{page.checkIn.address}</p>
          </div>
        </section>
      </div>
      {isStale(loadedAt, time) && (
        <p className="door-screen-stale" role="status">
          <Icon name="alert" />
          {t('screen.stale', { moment: momentText(loadedAt, time, locale) })}
        </p>
      )}
    </div>
  );
}

function NextUse({ state: { next }, time }: { state: DoorState; time: Date }) {
  const { t } = useTranslation('doors');
  const locale = useLocale();
  const today = next !== null && localDateOf(next.start) === localDateOf(time);
  return (
    <section className="door-screen-next" aria-labelledby="next">
      <h2 id="next">{t('screen.next')}</h2>
      <p className="num">
        {next === null && t('screen.nothing')}
        {next !== null && (today ? formatClockSpan(next.start, next.end, locale) : formatSpan(next.start, next.end, locale))}
      </p>
    </section>
  );
}

function untilText(now: DoorNow, time: Date, t: TFunction<'doors'>, locale: Locale): string {
  if (now.kind !== 'shut') return t('screen.until', { moment: momentText(now.until, time, locale) });
  return now.opensAt === null ? '' : t('screen.opens', { moment: momentText(now.opensAt, time, locale) });
}

/** The clock; with the day when it is another day's. */
function momentText(moment: Date, time: Date, locale: Locale): string {
  if (localDateOf(moment) !== localDateOf(time)) return formatMoment(moment, locale);
  return locale === 'nb' ? `kl.\u00a0${formatClock(moment, locale)}` : formatClock(moment, locale);
}

function isDay(time: Date): boolean {
  const minute = localMinuteOf(time);
  return minute >= DAY_FROM_MINUTE && minute < DAY_TO_MINUTE;
}
