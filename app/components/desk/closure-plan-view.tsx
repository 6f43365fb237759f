import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { formatMoment, formatSpan } from '~/lib/format-time';
import type { ClosurePlanPage } from '~/modules/availability/closure-plan.queries.server';
import type { ClosureHits } from '~/modules/bookings/closure-hits';
import type { PlanOffers } from '~/modules/bookings/closure-offers/plan-offers.queries.server';
import { useLocale } from '../site/use-locale';
import { Button } from '../ui/button';
import { SectionHeader } from '../ui/section-header';
import { Table } from '../ui/table';
import { TextField } from '../ui/text-input';
import { ClosureHitTable } from './closure-hit-table';
import { ClosureOfferTable } from './closure-offer-table';
import { ClosureOpenRoom } from './closure-open-room';
import { errorText } from './form-error';
import { ListPages } from './list-pages';

export type ClosurePlanViewProps = {
  plan: ClosurePlanPage;
  /** Those who were asked what they want instead. */
  offers: PlanOffers;
  /** Bookings that keep some of the time, and whom nobody has asked. */
  hits: ClosureHits;
  now: Date;
  mayLift: boolean;
  pageSize: number;
  values: Readonly<Record<string, string>> | null;
  errors: Readonly<Record<string, string>>;
};

/** One closure: its times, what is in its way, and what can be done about it. */
export function ClosurePlanView(props: ClosurePlanViewProps) {
  const { t } = useTranslation('closures');
  const { plan, hits, offers, now } = props;
  const asked = offers.total > 0;
  const rooms = new Set(plan.standing.map(({ roomId }) => roomId));
  return (
    <>
      {asked && (
        <section className="desk-section" aria-labelledby="offers">
          <SectionHeader id="offers" title={t('offersTitle')} />
          <ClosureOfferTable planId={plan.id} offers={offers} now={now} />
        </section>
      )}
      {plan.left > 0 && (hits.total > 0 || !asked) && (
        <section className="desk-section" aria-labelledby="hits">
          <SectionHeader id="hits" title={t(hits.total === 0 ? 'hitsNone' : offers.terms ? 'unofferedTitle' : 'hitsTitle')} />
          {hits.total > 0 && offers.terms && <p>{t('unofferedText')}</p>}
          {hits.total > 0 && <ClosureHitTable hits={hits} />}
        </section>
      )}
      <Dates {...props} />
      {plan.left > 0 && <Reason {...props} />}
      {rooms.size > 1 && props.mayLift && <ClosureOpenRoom plan={plan} now={now} />}
      {plan.left > 0 && props.mayLift && (
        <section className="desk-section no-print" aria-labelledby="lift">
          <SectionHeader id="lift" title={t('liftAll')} />
          <p>{t('liftAllText', { count: plan.left })}</p>
          <Form method="post" className="desk-gap">
            <input type="hidden" name="intent" value="lift" />
            <Button name="extent" value="all">
              {t('liftAll')}
            </Button>
          </Form>
        </section>
      )}
    </>
  );
}

function Dates({ plan, now, mayLift, pageSize }: ClosurePlanViewProps) {
  const { t } = useTranslation('closures');
  const locale = useLocale();
  return (
    <section className="desk-section" aria-labelledby="dates">
      <SectionHeader id="dates" title={t('dates')} />
      <Table
        caption={t('datesCaption')}
        hideCaption
        stacked
        rows={plan.dates}
        rowKey={({ start }) => start.toISOString()}
        columns={[
          { key: 'when', header: t('when'), rowHeader: true, cell: ({ start, end }) => formatSpan(start, end, locale, { year: true }) },
          {
            key: 'rooms',
            header: t('room'),
            cell: ({ rooms }) => (rooms.length > 4 ? t('roomCount', { count: rooms.length }) : rooms.join(', ')),
          },
          {
            key: 'state',
            header: t('state'),
            cell: ({ standing, liftedAt, start, end }) =>
              !standing && liftedAt
                ? t('lifted', { when: formatMoment(liftedAt, locale) })
                : end <= now
                  ? t('over')
                  : t(start <= now ? 'running' : 'coming'),
          },
          {
            key: 'lift',
            header: t('liftThis'),
            align: 'end',
            cell: ({ start, end, standing }) =>
              standing && end > now && mayLift ? <Lift start={start} end={end} last={plan.left === 1} /> : '–',
          },
        ]}
      />
      <ListPages page={plan.page} pageSize={pageSize} total={plan.dateCount} parameter="datoer" />
    </section>
  );
}

function Lift({ start, end, last }: { start: Date; end: Date; last: boolean }) {
  const { t } = useTranslation('closures');
  const when = formatSpan(start, end, useLocale());
  return (
    <Form method="post" className="row-of">
      <input type="hidden" name="intent" value="lift" />
      <input type="hidden" name="start" value={start.toISOString()} />
      <Button name="extent" value="this" aria-label={t('liftThisNamed', { when })}>
        {t('liftThis')}
      </Button>
      {!last && (
        <Button variant="quiet" name="extent" value="following" aria-label={t('liftFollowingNamed', { when })}>
          {t('liftFollowing')}
        </Button>
      )}
    </Form>
  );
}

function Reason({ plan, values, errors }: ClosurePlanViewProps) {
  const { t } = useTranslation('closures');
  const { t: admin } = useTranslation('admin');
  const field = (name: 'reasonNb' | 'reasonEn', current: string) => ({
    ...{ id: name, name, label: t(name), hint: t('reasonHint'), maxLength: 200 },
    error: errorText(errors[name], admin),
    defaultValue: values?.[name] ?? current,
  });
  return (
    <section className="desk-section no-print" aria-labelledby="reason">
      <SectionHeader id="reason" title={t('editReason')} />
      <Form method="post" className="stack desk-gap" noValidate>
        <input type="hidden" name="intent" value="reason" />
        <div className="form-grid">
          <TextField {...field('reasonNb', plan.reason.nb)} />
          <TextField {...field('reasonEn', plan.reason.en)} lang="en" />
        </div>
        <div>
          <Button>{t('saveReason')}</Button>
        </div>
      </Form>
    </section>
  );
}
