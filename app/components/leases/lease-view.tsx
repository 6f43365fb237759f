import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { LeaseChoices, LeasePage } from '~/modules/leases/lease-page.queries.server';
import { AdminHead } from '../layout/admin-top';
import { BackLink } from '../layout/page-head';
import { Notice } from '../ui/notice';
import { SectionHeader } from '../ui/section-header';
import { Tag } from '../ui/tag';
import { DepositSection } from './deposit-section';
import { LeaseActions } from './lease-actions';
import { LeaseFacts, RentLines } from './lease-facts';
import { LeaseFitView } from './lease-fit';
import { LeaseForm } from './lease-form';
import { LeaseTimeline } from './lease-timeline';
import { RentScheduleTable } from './rent-schedule-table';
import { STATE_TONES } from './lease-words';

type Typed = { values: Record<string, string>; errors: Record<string, string> };

export type LeaseViewProps = {
  title: string;
  lease: LeasePage;
  mayEdit: boolean;
  /** Key of a new movement of the deposit. */
  depositKey: string;
  said: 'drafted' | 'changed' | 'offer' | 'take_back' | 'withdraw' | 'sign' | 'notice' | 'deposit' | 'deposit_ask' | null;
  /** The form of a draft, for who may change it. */
  draft: { choices: LeaseChoices; values: Record<string, string> } | null;
  answer:
    | { values: Record<string, string> | null; errors: Record<string, string>; stale: boolean; code: string | null; deposit: Typed | null }
    | undefined;
};

const NO_ERRORS = {};

const REFUSED = [
  ...(['not_now', 'not_open', 'not_draft', 'organisation_gone', 'organisation_bankrupt', 'over', 'lease_in_the_way'] as const),
  ...(['bookings_in_the_way', 'not_running', 'fixed_term', 'ends_anyway', 'other_day'] as const),
] as const;

/** A lease on the desk: what was agreed, whether it fits, what can be done, what has happened. */
export function LeaseView({ title, lease, mayEdit, said, draft, depositKey, answer }: LeaseViewProps) {
  const { t } = useTranslation('leases');
  const { t: words } = useTranslation('tenant');
  const { organisation, state } = lease;
  return (
    <>
      <BackLink href="/admin/leieavtaler" label={t('back')} />
      <AdminHead title={title} note={organisation.name} />
      <p className="desk-gap">
        <Tag tone={STATE_TONES[state]}>{t(`states.${state}`)}</Tag>
      </p>
      <p className="desk-gap no-print">
        <a href={`/admin/leieavtaler/${lease.id}/dokumenter`}>{t('papers')}</a>
      </p>
      {said && !answer && <Notice tone="success" title={t(`said.${said}`)} announce />}
      {answer?.code && (
        <Notice tone="danger" title={t('refused.title')} announce>
          {refusal(answer.code, t)}
        </Notice>
      )}
      {answer?.stale && (
        <Notice tone="warning" title={t('stale.title')} announce>
          {t('stale.text')}
        </Notice>
      )}
      {organisation.registerState !== 'live' && !organisation.internal && state !== 'ended' && state !== 'withdrawn' && (
        <Notice tone="warning" title={t(`registerWarning.${organisation.registerState}`)}>
          <a href={`/admin/organisasjoner/${organisation.id}`}>{t('registerWarning.link')}</a>
        </Notice>
      )}
      <LeaseFacts {...lease} />
      <RentLines lines={lease.rentLines} />
      {lease.deposit && (
        <DepositSection
          deposit={lease.deposit}
          mayAsk={mayEdit && !organisation.internal && !lease.deposit.asked && lease.deposit.missingOre > 0}
          mayEdit={mayEdit}
          key={answer?.deposit ? 'deposit-typed' : depositKey}
          values={answer?.deposit?.values ?? { nokkel: depositKey, slag: 'received' }}
          errors={answer?.deposit?.errors ?? NO_ERRORS}
        />
      )}
      {lease.schedule.length > 0 && state !== 'draft' && (
        <section className="desk-section" aria-labelledby="schedule">
          <SectionHeader id="schedule" title={words('schedule.title')} />
          <RentScheduleTable schedule={lease.schedule} internal={organisation.internal} />
        </section>
      )}
      {lease.fit && <LeaseFitView fit={lease.fit} />}
      {mayEdit && <LeaseActions {...lease} />}
      {draft && (
        <div className="desk-section no-print">
          <LeaseForm
            {...draft.choices}
            key={answer?.values ? 'typed' : draft.values['versjon']}
            values={answer?.values ?? draft.values}
            errors={answer?.errors ?? {}}
          />
        </div>
      )}
      <LeaseTimeline timeline={lease.timeline} />
    </>
  );
}

function refusal(code: string, t: TFunction<'leases'>): string {
  const known = REFUSED.find((candidate) => candidate === code);
  return known ? t(`refused.${known}`) : code;
}
