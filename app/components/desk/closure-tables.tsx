import { Form } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMoment, formatSpan } from '~/lib/format-time';
import type { ClosureLine, ClosureList } from '~/modules/availability/closure-list.queries.server';
import { useLocale } from '../site/use-locale';
import { Button } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { SectionHeader } from '../ui/section-header';
import { Table, type TableColumn } from '../ui/table';
import { Tag } from '../ui/tag';
import { VisuallyHidden } from '../ui/visually-hidden';

/** Rooms that are closed now or will be, each to be lifted, and those of before. */
export function ClosureTables({ closures: { current, past }, now }: { closures: ClosureList; now: Date }) {
  const { t } = useTranslation('admin');
  const columns = useColumns();
  const state = (line: ClosureLine): ReactNode => (
    <Tag tone={line.start <= now ? 'straw' : 'plain'}>{t(line.start <= now ? 'closures.running' : 'closures.coming')}</Tag>
  );
  return (
    <>
      <section className="desk-section" aria-labelledby="closures">
        <SectionHeader id="closures" title={t('closures.listTitle')} />
        {current.length === 0 ? (
          <EmptyState title={t('closures.empty')}>{t('closures.emptyText')}</EmptyState>
        ) : (
          <Table
            caption={t('closures.caption')}
            hideCaption
            stacked
            rows={current}
            rowKey={(line) => line.id}
            columns={[
              ...columns,
              { key: 'state', header: t('closures.state'), cell: state },
              {
                key: 'lift',
                header: <VisuallyHidden>{t('closures.lift')}</VisuallyHidden>,
                align: 'end',
                cell: (line) => <Lift line={line} />,
              },
            ]}
          />
        )}
      </section>
      {past.length > 0 && (
        <section className="desk-section" aria-labelledby="past">
          <SectionHeader id="past" title={t('closures.pastTitle')} />
          <Table
            caption={t('closures.pastCaption')}
            hideCaption
            stacked
            rows={past}
            rowKey={(line) => line.id}
            columns={[...columns, { key: 'state', header: t('closures.state'), cell: (line) => <PastState line={line} /> }]}
          />
        </section>
      )}
    </>
  );
}

function useColumns(): TableColumn<ClosureLine>[] {
  const { t } = useTranslation('admin');
  const locale = useLocale();
  return [
    { key: 'room', header: t('closures.room'), rowHeader: true, cell: (line) => line.roomName },
    { key: 'when', header: t('booking.when'), cell: (line) => formatSpan(line.start, line.end, locale, { year: true }) },
    { key: 'reason', header: t('closures.reason'), cell: (line) => line.reason[locale] },
    { key: 'by', header: t('closures.madeBy'), cell: (line) => line.closedBy ?? '–' },
  ];
}

function Lift({ line }: { line: ClosureLine }) {
  const { t } = useTranslation('admin');
  return (
    <Form method="post">
      <input type="hidden" name="intent" value="lift" />
      <Button name="closureId" value={line.id} aria-label={t('closures.liftNamed', { room: line.roomName })}>
        {t('closures.lift')}
      </Button>
    </Form>
  );
}

function PastState({ line }: { line: ClosureLine }) {
  const { t } = useTranslation('admin');
  const locale = useLocale();
  return <>{line.liftedAt ? t('closures.lifted', { when: formatMoment(line.liftedAt, locale) }) : t('closures.over')}</>;
}
