import { useTranslation } from 'react-i18next';
import { formatOre } from '~/lib/format-money';
import { formatMoment } from '~/lib/format-time';
import type { SplitView } from '~/modules/bookings/split/split-page.queries.server';
import { useLocale } from '../site/use-locale';
import { SectionHeader } from '../ui/section-header';
import { Table } from '../ui/table';
import { Tag } from '../ui/tag';

const TONES = { open: 'plain', pending: 'straw', paid: 'spruce', covered: 'spruce', returned: 'plain' } as const;

/** Who pays how much of the booking, and who has; for staff. The links are the organiser's. */
export function BookingSplit({ split }: { split: SplitView }) {
  const { t } = useTranslation('split');
  const locale = useLocale();
  const { state, shares, paidCount, paidOre, deadline } = split;
  const money = (ore: number) => formatOre(ore, locale);
  const isOver = state === 'called_off' || state === 'lapsed';
  const standing = state === 'collecting' ? t('desk.deadline', { deadline: formatMoment(deadline, locale) }) : t(`desk.split.${state}`);
  return (
    <section aria-labelledby="split" className="desk-section">
      <SectionHeader id="split" title={t('desk.title')} end={standing} />
      <p className="desk-gap">
        {t(isOver ? 'desk.leadEnded' : 'desk.lead', { paid: paidCount, of: shares.length, amount: money(paidOre) })}
      </p>
      <Table
        caption={t('desk.title')}
        hideCaption
        stacked
        rows={shares}
        rowKey={({ position }) => String(position)}
        columns={[
          {
            key: 'who',
            header: t('desk.who'),
            rowHeader: true,
            cell: ({ name, email }) => (
              <span>
                {name}
                {email && <span className="cell-note">{email}</span>}
              </span>
            ),
          },
          {
            key: 'state',
            header: t('desk.state'),
            cell: ({ standing }) => (
              <Tag tone={TONES[standing]}>{standing === 'covered' ? t('desk.covered') : t(`progress.state.${standing}`)}</Tag>
            ),
          },
          { key: 'amount', header: t('desk.amount'), align: 'end', cell: ({ amountOre }) => money(amountOre) },
        ]}
      />
    </section>
  );
}
