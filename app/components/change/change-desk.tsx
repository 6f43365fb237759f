import { useTranslation } from 'react-i18next';
import { formatOre } from '~/lib/format-money';
import { formatClock, formatMoment, formatSpan } from '~/lib/format-time';
import { negateOre } from '~/lib/money';
import type { ChangeDesk as Desk, ListedChange } from '~/modules/bookings/changes/change-list.queries.server';
import { useLocale } from '../site/use-locale';
import { Button } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { SectionHeader } from '../ui/section-header';
import { Table } from '../ui/table';
import { TextField } from '../ui/text-input';

type ChangeDeskProps = {
  desk: Desk;
  requestKeys: readonly string[];
  /** What was typed, by occurrence, where it was refused. */ typed: Readonly<Record<string, string>>;
};

/** What has been changed, with what can be taken back; and what was used longer than booked. */
export function ChangeDesk({ desk, requestKeys, typed }: ChangeDeskProps) {
  const { t } = useTranslation('change');
  const locale = useLocale();
  return (
    <>
      <section className="desk-section" aria-labelledby="changes">
        <SectionHeader id="changes" title={t('desk.changes')} />
        {desk.changes.length === 0 ? (
          <EmptyState title={t('desk.none')} />
        ) : (
          <Table
            caption={t('desk.changes')}
            hideCaption
            stacked
            rows={desk.changes}
            rowKey={({ id }) => id}
            columns={[
              { key: 'what', header: t('desk.what'), rowHeader: true, cell: (change) => <What change={change} /> },
              {
                key: 'before',
                header: t('desk.before'),
                cell: ({ before }) => `${formatSpan(before.start, before.end, locale)}, ${before.roomName}`,
              },
              {
                key: 'after',
                header: t('desk.after'),
                cell: ({ after }) => `${formatSpan(after.start, after.end, locale)}, ${after.roomName}`,
              },
              { key: 'money', header: t('desk.money'), cell: ({ dueOre, backOre }) => moneyOf(dueOre, backOre) },
              { key: 'undo', header: t('desk.undo'), cell: (change) => <Undo change={change} /> },
            ]}
          />
        )}
      </section>
      {desk.ended.length > 0 && (
        <section className="desk-section" aria-labelledby="overrun">
          <SectionHeader id="overrun" title={t('desk.overrun')} />
          <p className="desk-gap muted">{t('desk.overrunText')}</p>
          {desk.ended.map(({ id, roomName, start, end }, index) => (
            <form key={id} method="post" className="desk-action desk-step" data-reload>
              <p>{`${formatSpan(start, end, locale)}, ${roomName}`}</p>
              <input type="hidden" name="requestKey" value={requestKeys[index]} />
              <input type="hidden" name="forekomst" value={id} />
              <input type="hidden" name="slutt" value={end.toISOString()} />
              <TextField
                id={`til-${id}`}
                name="til"
                label={t('desk.usedUntil')}
                hint={t('desk.usedUntilHint', { end: formatClock(end, locale) })}
                defaultValue={typed[id]}
                inputMode="numeric"
                autoComplete="off"
                maxLength={5}
              />
              <Button name="intent" value="overrun">
                {t('desk.note')}
              </Button>
            </form>
          ))}
        </section>
      )}
    </>
  );

  function moneyOf(dueOre: number, backOre: number): string {
    const amounts = [...(dueOre > 0 ? [dueOre] : []), ...(backOre > 0 ? [negateOre(backOre)] : [])];
    return amounts.length === 0 ? '–' : amounts.map((ore) => formatOre(ore, locale)).join(', ');
  }
}

function What({ change: { kind, state, at, madeBy, count } }: { change: ListedChange }) {
  const { t } = useTranslation('change');
  const locale = useLocale();
  return (
    <>
      {count > 1 ? `${t(`kind.${kind}`)} × ${count}` : t(`kind.${kind}`)}{' '}
      <span className="cell-note">{`${t(`state.${state}`)}, ${formatMoment(at, locale)}, ${madeBy}`}</span>
    </>
  );
}

function Undo({ change: { id, kind, state, mayUndo } }: { change: ListedChange }) {
  const { t } = useTranslation('change');
  if (!mayUndo) return '–';
  return (
    <form method="post" data-reload>
      <input type="hidden" name="endring" value={id} />
      <Button name="intent" value="undo">
        {t(kind === 'overrun' ? 'desk.waive' : state === 'awaiting_payment' ? 'desk.giveUp' : 'desk.undo')}
      </Button>
    </form>
  );
}
