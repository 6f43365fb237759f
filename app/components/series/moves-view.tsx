import { useTranslation } from 'react-i18next';
import { formatOre } from '~/lib/format-money';
import { formatSpan } from '~/lib/format-time';
import { MINUTES_A_DAY } from '~/lib/local-time';
import type { MovedRow, MovesPreview } from '~/modules/bookings/changes/moves-preview.queries.server';
import { changeRefusalText } from '../change/change-refusal';
import { ExceptionLink } from '../change/exception-link';
import { halfHours } from '../desk/half-hours';
import { PageHead } from '../layout/page-head';
import { useLocale } from '../site/use-locale';
import { Button, ButtonLink } from '../ui/button';
import { Notice } from '../ui/notice';
import { RadioCards } from '../ui/radio-cards';
import { SelectField } from '../ui/select';
import { Table } from '../ui/table';
import { Tag } from '../ui/tag';

type MovesViewProps = {
  preview: MovesPreview;
  draft: { readonly dato: string; readonly ukedag: string; readonly fra: string; readonly til: string; readonly rom: string };
  requestKey: string;
  /** Why the last attempt came to nothing; a code. */
  refusal: 'not_allowed' | 'unknown_room' | 'shown_changed' | 'lost_race' | null;
};

const WEEKDAYS = ['1', '2', '3', '4', '5', '6', '7'] as const;
const LAST_START = MINUTES_A_DAY - 30;
/** Rooms close at six in the morning at the latest. */
const LAST_END = MINUTES_A_DAY + 6 * 60;

/** Another weekday, time or room for one date, it and those after it, or all: what each would mean comes before the button. */
export function MovesView({ preview, draft, requestKey, refusal }: MovesViewProps) {
  const { t } = useTranslation('dates');
  const { t: series } = useTranslation('series');
  const locale = useLocale();
  const { chosen, bookingId, rooms, answer } = preview;
  const nextDay = (clock: string) => series('page.nextDay', { clock });
  return (
    <div className="wrap page stack">
      <PageHead
        title={t('move.title')}
        lead={t('move.lead', { room: chosen.roomName, when: formatSpan(chosen.start, chosen.end, locale, { year: true }) })}
        back={{ href: `/bestilling/${bookingId}`, label: t('move.back') }}
      />
      {refusal && <Notice tone="danger" title={t(`move.refusal.${refusal}`)} announce />}
      <form method="get" className="stack">
        <input type="hidden" name="dato" value={chosen.id} />
        <div className="form-grid">
          <SelectField
            id="ukedag"
            name="ukedag"
            label={t('move.weekday')}
            defaultValue={draft.ukedag}
            options={WEEKDAYS.map((value) => ({ value, label: series(`page.weekday.${value}`) }))}
          />
          <SelectField
            id="fra"
            name="fra"
            label={t('move.from')}
            defaultValue={draft.fra}
            options={halfHours(0, LAST_START, locale, nextDay)}
          />
          <SelectField
            id="til"
            name="til"
            label={t('move.to')}
            defaultValue={draft.til}
            options={halfHours(30, LAST_END, locale, nextDay)}
          />
          <SelectField
            id="rom"
            name="rom"
            label={t('move.room')}
            defaultValue={draft.rom}
            options={[
              { value: '', label: t('move.sameRoom') },
              ...rooms.map(({ slug, name, buildingName }) => ({ value: slug, label: `${name}, ${buildingName}` })),
            ]}
          />
        </div>
        <div className="form-actions">
          <Button variant={answer ? 'secondary' : 'primary'}>{t('move.show')}</Button>
          <ButtonLink variant="quiet" href={`/bestilling/${bookingId}/endre?forekomst=${chosen.id}`}>
            {t('move.otherWeek')}
          </ButtonLink>
        </div>
      </form>
      {answer && <Answer {...{ preview, draft, requestKey, answer }} />}
    </div>
  );
}

type AnswerProps = Pick<MovesViewProps, 'preview' | 'draft' | 'requestKey'> & { answer: NonNullable<MovesPreview['answer']> };

function Answer({ preview, draft, requestKey, answer }: AnswerProps) {
  const { t } = useTranslation('dates');
  const locale = useLocale();
  const possible = answer.scopes.filter(({ movedCount }) => movedCount > 0);
  const first = possible[0];
  const pays = preview.paymentMethod === 'card' && possible.some(({ dueOre }) => dueOre > 0);
  return (
    <>
      {!first && (
        <Notice tone="warning" title={t('move.none')}>
          <p>{t('move.noneText')}</p>
        </Notice>
      )}
      {first && (
        <form method="post" className="stack" data-reload>
          <input type="hidden" name="requestKey" value={requestKey} />
          {Object.entries(draft).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          {answer.scopes.map(({ scope, shown }) => (
            <input key={scope} type="hidden" name={`vist.${scope}`} value={shown} />
          ))}
          <RadioCards
            name="omfang"
            legend={t('move.which')}
            defaultValue={first.scope}
            options={answer.scopes.map((one) => ({
              value: one.scope,
              title: t(`move.scope.${one.scope}`),
              text: [t('move.moved', { count: one.movedCount }), one.stayingCount > 0 ? t('move.staying', { count: one.stayingCount }) : '']
                .filter((text) => text !== '')
                .join(' '),
              end: <Money {...one} paymentMethod={preview.paymentMethod} />,
              disabled: one.movedCount === 0,
            }))}
          />
          {pays && <p className="small muted">{t(preview.paysNow ? 'move.hold' : 'move.link')}</p>}
          <div className="form-actions">
            <Button variant="primary" size="xl">
              {t('move.save')}
            </Button>
            <ButtonLink variant="quiet" href={`/bestilling/${preview.bookingId}`}>
              {t('move.keep')}
            </ButtonLink>
          </div>
        </form>
      )}
      <Table
        stacked
        caption={t('move.caption')}
        rows={answer.rows}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'before',
            header: t('move.before'),
            rowHeader: true,
            cell: ({ before }) => `${formatSpan(before.start, before.end, locale, { year: true })}, ${before.roomName}`,
          },
          { key: 'after', header: t('move.after'), cell: (row) => <After row={row} {...preview} /> },
          {
            key: 'money',
            header: t('move.difference'),
            align: 'end',
            cell: ({ after }) => (after && after.differenceOre !== 0 ? formatOre(after.differenceOre, locale) : '–'),
          },
        ]}
      />
      {answer.moreCount > 0 && <p className="small muted">{t('move.more', { count: answer.moreCount })}</p>}
    </>
  );
}

function Money({ dueOre, backOre, paymentMethod }: { dueOre: number; backOre: number; paymentMethod: MovesPreview['paymentMethod'] }) {
  const { t } = useTranslation('dates');
  const locale = useLocale();
  const way = paymentMethod === 'on_account' ? 'Account' : 'Card';
  const words = [
    dueOre > 0 ? t(`move.due${way}`, { amount: formatOre(dueOre, locale) }) : '',
    backOre > 0 ? t(`move.back${way}`, { amount: formatOre(backOre, locale) }) : '',
  ].filter((text) => text !== '');
  return <>{words.length === 0 ? t('move.same') : words.join(', ')}</>;
}

function After({
  row: { id, after, refusal, byException },
  byHub,
  bookingId,
}: { row: MovedRow } & Pick<MovesPreview, 'byHub' | 'bookingId'>) {
  const { t } = useTranslation('dates');
  const locale = useLocale();
  const { t: change } = useTranslation('change');
  const { t: words } = useTranslation('booking');
  if (after) return <>{`${formatSpan(after.start, after.end, locale)}, ${after.roomName}`}</>;
  return (
    <span className="series-refused">
      <Tag tone="straw">{t('move.stays')}</Tag>
      {refusal && (
        <span className="small">
          {refusal.code === 'nonexistent_time' ? t('move.nonexistent') : changeRefusalText(refusal, { t: change, words, locale, byHub })}
        </span>
      )}
      {byException && <ExceptionLink {...{ bookingId, occurrenceId: id, slot: byException, roomSlug: byException.roomSlug }} />}
    </span>
  );
}
