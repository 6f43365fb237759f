import { useTranslation } from 'react-i18next';
import { formatClock, formatClockSpan, formatSpan } from '~/lib/format-time';
import type { DaySheet, DaySheetLine } from '~/modules/bookings/visits/day-sheet';
import { setupWords } from '~/modules/bookings/visits/day-sheet-words';
import { useLocale } from '../site/use-locale';
import { EmptyState } from '../ui/empty-state';
import { SectionHeader } from '../ui/section-header';
import { Table } from '../ui/table';

/** The host's day: who comes when, which door and code, what is rigged, what is closed and broken. One sheet of paper. */
export function DaySheetPrint({ sheet }: { sheet: DaySheet }) {
  const { t } = useTranslation('hosting');
  const locale = useLocale();
  const { lines, closures, damage } = sheet;
  return (
    <div className="day-sheet">
      {lines.length === 0 ? <EmptyState level={2} title={t('sheet.nobody')} /> : <Lines lines={lines} />}
      {closures.length > 0 && (
        <section className="desk-section" aria-labelledby="closed">
          <SectionHeader id="closed" title={t('sheet.closed')} />
          <ul className="desk-list">
            {closures.map(({ roomName, start, end, reason }) => (
              <li key={`${roomName}${start.toISOString()}`}>
                <b>{roomName}</b>
                <span className="num">
                  {formatSpan(start, end, locale)}, {reason[locale]}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {damage.length > 0 && (
        <section className="desk-section" aria-labelledby="broken">
          <SectionHeader id="broken" title={t('sheet.broken')} />
          <ul className="desk-list">
            {damage.map(({ id, roomName, description }) => (
              <li key={id}>
                <a href={`/admin/skader/${id}`}>{roomName}</a>
                <span>{description}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function Lines({ lines }: { lines: readonly DaySheetLine[] }) {
  const { t } = useTranslation('hosting');
  const locale = useLocale();
  return (
    <Table
      caption={t('sheet.caption')}
      hideCaption
      stacked
      rows={lines}
      rowKey={({ occurrenceId }) => occurrenceId}
      columns={[
        { key: 'time', header: t('sheet.column.time'), rowHeader: true, cell: ({ start, end }) => formatClockSpan(start, end, locale) },
        {
          key: 'room',
          header: t('sheet.column.room'),
          cell: ({ roomName, buildingName }) => <Noted text={roomName} note={buildingName} />,
        },
        { key: 'who', header: t('sheet.column.who'), cell: (line) => <Who line={line} /> },
        { key: 'door', header: t('sheet.column.door'), cell: (line) => <Door line={line} /> },
        {
          key: 'what',
          header: t('sheet.column.what'),
          cell: ({ people, purpose }) => <Noted text={t('sheet.people', { count: people })} note={purpose} />,
        },
        { key: 'setup', header: t('sheet.column.setup'), cell: (line) => <Setup line={line} /> },
      ]}
    />
  );
}

function Noted({ text, note }: { text: string; note: string }) {
  return (
    <span>
      {text}
      {note && <span className="cell-note">{note}</span>}
    </span>
  );
}

function Who({ line: { bookingId, who, personName, phone, reference, checkedInAt } }: { line: DaySheetLine }) {
  const { t } = useTranslation('hosting');
  const locale = useLocale();
  const notes = [who === personName ? '' : personName, phone ?? '', reference].filter(Boolean).join(', ');
  return (
    <span>
      <a href={`/admin/bestillinger/${bookingId}`}>{who}</a>
      <span className="cell-note">{notes}</span>
      {checkedInAt && <span className="cell-note num">{t('sheet.here', { clock: formatClock(checkedInAt, locale) })}</span>}
    </span>
  );
}

function Door({ line: { door } }: { line: DaySheetLine }) {
  const { t } = useTranslation('hosting');
  const locale = useLocale();
  if (!door) return <>{t('sheet.noCode')}</>;
  return (
    <span className="num">
      <b>{door.code}#</b>
      <span className="cell-note">{formatClockSpan(door.opensAt, door.closesAt, locale)}</span>
    </span>
  );
}

function Setup({ line }: { line: DaySheetLine }) {
  const { t } = useTranslation('hosting');
  const words = setupWords(line, useLocale(), t);
  if (words.length === 0) return <>–</>;
  return (
    <ul className="sheet-setup">
      {words.map((word) => (
        <li key={word}>{word}</li>
      ))}
    </ul>
  );
}
