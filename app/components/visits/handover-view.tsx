import { useTranslation } from 'react-i18next';
import { formatSpan } from '~/lib/format-time';
import type { HandoverPage } from '~/modules/bookings/visits/handover.queries.server';
import { PageHead } from '../layout/page-head';
import { useLocale } from '../site/use-locale';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { TextAreaField } from '../ui/text-input';
import { PhotoField } from './photo-field';

type HandoverViewProps = {
  page: HandoverPage;
  refused: { errors: Readonly<Record<string, string>>; values: Readonly<Record<string, string>> } | null;
};

const REFUSALS = ['too_early', 'too_late', 'not_confirmed'] as const;

/** Twenty seconds on the way in or out: tick what is in order, a picture if there is something to see. */
export function HandoverView({ page: { visit, moment, items }, refused }: HandoverViewProps) {
  const { t } = useTranslation('doors');
  const locale = useLocale();
  const ticked = refused?.values['punkt']?.split(',') ?? [];
  const code = REFUSALS.find((known) => known === refused?.errors['form']);
  return (
    <div className="wrap page stack">
      <PageHead
        title={t(`handover.${moment}`)}
        lead={`${visit.roomName} · ${formatSpan(visit.start, visit.end, locale)}`}
        back={{ href: `/bestilling/${visit.bookingId}/innsjekk`, label: t('handover.back') }}
      />
      {code && <Notice tone="danger" title={t(`handover.refusal.${code}`)} announce />}
      <form method="post" encType="multipart/form-data" className="stack" data-reload>
        <input type="hidden" name="occurrence" value={visit.occurrenceId} />
        <fieldset className="checks">
          <legend className="field-label">{t(`handover.legend.${moment}`)}</legend>
          {items.map(({ id, text }) => (
            <label className="check" key={id}>
              <input type="checkbox" name="punkt" value={id} defaultChecked={ticked.includes(id)} />
              <span>{text[locale]}</span>
            </label>
          ))}
        </fieldset>
        <TextAreaField
          id="merknad"
          name="merknad"
          label={t('handover.note')}
          hint={t('handover.noteHint')}
          error={refused?.errors['merknad'] && t('handover.noteTooLong')}
          defaultValue={refused?.values['merknad']}
          rows={2}
        />
        <PhotoField error={refused?.errors['bilde']} isBack={refused !== null} />
        <div className="form-actions">
          <Button variant="primary" size="xl">
            {t('handover.send')}
          </Button>
        </div>
      </form>
    </div>
  );
}
