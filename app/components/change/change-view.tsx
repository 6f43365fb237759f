import { Form, useSubmit } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { formatOre } from '~/lib/format-money';
import { formatSpan } from '~/lib/format-time';
import type { Interval } from '~/lib/interval';
import { localDateOf, minuteFrom } from '~/lib/local-time';
import { clockText } from '~/modules/bookings/clock-text';
import type { ChangeDraft } from '~/modules/bookings/changes/change.schema';
import { seenText } from '~/modules/bookings/changes/seen-text';
import type { ChangePreview } from '~/modules/bookings/changes/preview-change.queries.server';
import { PageHead } from '../layout/page-head';
import { useLocale } from '../site/use-locale';
import { Button, ButtonLink } from '../ui/button';
import { DescriptionList } from '../ui/description-list';
import { Notice } from '../ui/notice';
import { ChangeAnswer } from './change-answer';
import { ChangeFields } from './change-fields';
import { ExceptionReason } from './exception-reason';
import { changeRefusalText, type ShownRefusal } from './change-refusal';

export type ChangeViewProps = {
  preview: ChangePreview;
  draft: ChangeDraft;
  /** What the draft names; null when it names no time. */
  slot: Interval | null;
  errors: Readonly<Record<string, string>>;
  requestKey: string;
  refusal: ShownRefusal | null;
  /** Why an exception is made, as it was typed when it was refused. */
  reason: string;
  /** Where one came from. */
  back: string;
};

/** Choose, see what it means, save: two plain forms, so that nothing is saved unseen. */
export function ChangeView({ preview, draft, slot, errors, requestKey, refusal, reason, back }: ChangeViewProps) {
  const { t } = useTranslation('change');
  const { t: words } = useTranslation('booking');
  const locale = useLocale();
  const submit = useSubmit();
  const { occurrence, answer } = preview;
  return (
    <div className="wrap page page-letter stack">
      <PageHead title={t('title')} back={{ href: back, label: t('back') }} />
      {refusal && <Notice tone="danger" title={changeRefusalText(refusal, { t, words, locale, byHub: preview.byHub })} announce />}
      <DescriptionList
        items={[{ term: t('now'), value: `${formatSpan(occurrence.start, occurrence.end, locale)}, ${occurrence.roomName}` }]}
      />
      <Form
        method="get"
        className="stack"
        preventScrollReset
        key={`${draft.rom} ${draft.dato} ${draft.fra} ${draft.til} ${draft.unntak}`}
        onChange={(event) => submit(event.currentTarget, { replace: true, preventScrollReset: true })}
      >
        <h2 className="h3">{t('wanted')}</h2>
        <input type="hidden" name="forekomst" value={occurrence.id} />
        <ChangeFields preview={preview} draft={draft} errors={errors} />
        <div className="form-actions">
          <Button>{t('show')}</Button>
        </div>
      </Form>
      {slot && <ChangeAnswer preview={preview} slot={slot} alternativeHref={(slug, at) => hrefOf(occurrence.id, draft.penger, slug, at)} />}
      {answer?.decision.ok && (
        <form method="post" className="stack" data-reload>
          <Hidden
            values={{
              ...{ ...draft, forekomst: occurrence.id, requestKey, sett: seenText(occurrence) },
              differanseOre: String(answer.decision.value.differenceOre),
            }}
          />
          {answer.decision.value.byException && <ExceptionReason typed={reason} missing={refusal?.code === 'reason_missing'} />}
          <div className="form-actions">
            <Button variant="primary">{saveLabel()}</Button>
            <ButtonLink variant="quiet" href={back}>
              {t('keep')}
            </ButtonLink>
          </div>
        </form>
      )}
    </div>
  );

  function saveLabel(): string {
    if (!answer?.decision.ok || !answer.decision.value.mustBePaid) return t('save');
    return preview.byHub ? t('saveLink') : t('savePay', { amount: formatOre(answer.decision.value.dueOre, locale) });
  }
}

function Hidden({ values }: { values: Readonly<Record<string, string>> }) {
  return <>{Object.entries(values).map(([name, value]) => value !== '' && <input key={name} type="hidden" name={name} value={value} />)}</>;
}

function hrefOf(forekomst: string, penger: string, rom: string, { start, end }: Interval): string {
  const date = localDateOf(start);
  const fra = clockText(minuteFrom(date, start));
  const til = clockText(minuteFrom(date, end));
  return `?${new URLSearchParams({ forekomst, rom, dato: date, fra, til, ...(penger && { penger }) })}`;
}
