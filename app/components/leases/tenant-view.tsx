import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { formatOre } from '~/lib/format-money';
import { formatDuration, formatMonth, formatSpan } from '~/lib/format-time';
import { addDays } from '~/lib/local-time';
import { leaseReference } from '~/modules/leases/lease';
import type { TenantLease, TenantPage } from '~/modules/leases/tenant-page.queries.server';
import { PageHead } from '../layout/page-head';
import { useLocale } from '../site/use-locale';
import { Button } from '../ui/button';
import { DescriptionList } from '../ui/description-list';
import { EmptyState } from '../ui/empty-state';
import { Notice } from '../ui/notice';
import { SectionHeader } from '../ui/section-header';
import { Tag } from '../ui/tag';
import { dayText, STATE_TONES, termText, timesText } from './lease-words';
import { RentScheduleTable } from './rent-schedule-table';
import { TenantNav } from './tenant-nav';

export type TenantViewProps = TenantPage & {
  said: 'notice' | null;
  /** Why notice could not be given. */
  code: string | null;
};

const REFUSED = ['not_running', 'fixed_term', 'ends_anyway', 'other_day'] as const;

/** What an organisation rents, for its own people. */
export function TenantView({ organisation, leases, included, said, code }: TenantViewProps) {
  const { t } = useTranslation('tenant');
  const { t: words } = useTranslation('leases');
  const locale = useLocale();
  return (
    <div className="wrap page stack">
      <PageHead title={organisation.name} lead={t('lead')} back={{ href: '/min-side', label: t('back') }} />
      <TenantNav organisationId={organisation.id} current="lease" />
      {said && <Notice tone="success" title={t('said.notice')} announce />}
      {code && (
        <Notice tone="danger" title={words('refused.title')} announce>
          {words(`refused.${REFUSED.find((known) => known === code) ?? 'not_now'}`)}
        </Notice>
      )}
      {included && (
        <Notice
          title={t('included.title', {
            left: formatDuration(included.leftMinutes, locale),
            all: formatDuration(included.minutes, locale),
            month: formatMonth(included.month, locale),
          })}
        >
          {t('included.text')}
        </Notice>
      )}
      {leases.length === 0 && (
        <EmptyState level={2} title={t('none')}>
          {t('noneText')}
        </EmptyState>
      )}
      {leases.map((lease) => (
        <LeaseSection key={lease.id} lease={lease} internal={organisation.internal} />
      ))}
    </div>
  );
}

function LeaseSection({ lease, internal }: { lease: TenantLease; internal: boolean }) {
  const { t } = useTranslation('tenant');
  const { t: words } = useTranslation('leases');
  const locale = useLocale();
  const { id, state, notice } = lease;
  const items = [
    { term: words('facts.place'), value: `${lease.roomName}, ${lease.buildingName}` },
    { term: words('facts.time'), value: timesText(lease.times, words, locale) },
    { term: words('facts.purpose'), value: lease.purpose },
    { term: words('facts.term'), value: termText(lease, words, locale) },
    { term: words('facts.notice'), value: words('facts.noticeMonths', { count: lease.noticeMonths }) },
    ...(notice
      ? [
          {
            term: words('facts.noticeGiven'),
            value: words('facts.noticeBy', { date: dayText(notice.givenOn, locale), party: words(`facts.${notice.by}`) }),
          },
        ]
      : []),
    ...(lease.includedMinutes > 0
      ? [
          {
            term: words('facts.hours'),
            value: words('facts.hoursText', { hours: formatDuration(lease.includedMinutes, locale) }),
          },
        ]
      : []),
    ...(lease.depositOre > 0 ? [{ term: words('facts.deposit'), value: formatOre(lease.depositOre, locale) }] : []),
  ];
  return (
    <section className="section stack" aria-labelledby={id}>
      <SectionHeader
        id={id}
        title={`${lease.roomName}, ${leaseReference(lease.number)}`}
        end={<Tag tone={STATE_TONES[state]}>{words(`states.${state}`)}</Tag>}
      />
      <DescriptionList items={items} />
      {lease.next.length > 0 && (
        <div>
          <h3>{t('next')}</h3>
          <ul className="num">
            {lease.next.map(({ start, end }) => (
              <li key={start.toISOString()}>{formatSpan(start, end, locale)}</li>
            ))}
          </ul>
        </div>
      )}
      {lease.schedule.length > 0 && (
        <details>
          <summary>{t('schedule.title')}</summary>
          <RentScheduleTable schedule={lease.schedule} internal={internal} />
        </details>
      )}
      {lease.noticeEndsOn !== null && (
        <details>
          <summary>{t('notice.title')}</summary>
          <Form method="post" className="stack">
            <p>{t('notice.text', { date: dayText(addDays(lease.noticeEndsOn, -1), locale) })}</p>
            <input type="hidden" name="avtale" value={id} />
            <input type="hidden" name="slutt" value={lease.noticeEndsOn} />
            <div>
              <Button>{t('notice.run')}</Button>
            </div>
          </Form>
        </details>
      )}
    </section>
  );
}
