import { useTranslation } from 'react-i18next';
import { formatMoment } from '~/lib/format-time';
import type { ClosurePlanLine } from '~/modules/availability/closure-plan.queries.server';
import { useLocale } from '../site/use-locale';
import { Table } from '../ui/table';
import { Tag } from '../ui/tag';
import { closureScopeText, closureTimesText } from './closure-times';

/** Closures as lines, each leading to its own page. */
export function ClosurePlanTable({ caption, plans, now }: { caption: string; plans: readonly ClosurePlanLine[]; now: Date }) {
  const { t } = useTranslation('closures');
  const locale = useLocale();
  return (
    <Table
      caption={caption}
      hideCaption
      stacked
      rows={plans}
      rowKey={(plan) => plan.id}
      columns={[
        {
          key: 'what',
          header: t('what'),
          rowHeader: true,
          cell: (plan) => <a href={`/admin/stengninger/${plan.id}`}>{closureScopeText(plan.scope, t)}</a>,
        },
        { key: 'when', header: t('when'), cell: (plan) => closureTimesText(plan, t, locale) },
        { key: 'reason', header: t('reason'), cell: (plan) => plan.reason[locale] },
        { key: 'by', header: t('madeBy'), cell: (plan) => plan.closedBy ?? '–' },
        { key: 'state', header: t('state'), cell: (plan) => <PlanState plan={plan} now={now} /> },
      ]}
    />
  );
}

export function PlanState({ plan, now }: { plan: Pick<ClosurePlanLine, 'left' | 'liftedAt' | 'next'>; now: Date }) {
  const { t } = useTranslation('closures');
  const locale = useLocale();
  if (plan.left === 0) return <>{plan.liftedAt ? t('lifted', { when: formatMoment(plan.liftedAt, locale) }) : t('over')}</>;
  const running = plan.next.start <= now;
  return (
    <>
      <Tag tone={running ? 'straw' : 'plain'}>{t(running ? 'running' : 'coming')}</Tag> {plan.left > 1 && t('left', { count: plan.left })}
    </>
  );
}
