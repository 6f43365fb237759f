import { useTranslation } from 'react-i18next';
import { MOST_PARTS, TITLE_LENGTH } from '~/modules/bookings/project/project-draft';
import type { ProjectPage } from '~/modules/bookings/project/project-page.queries.server';
import { stepValue } from '~/modules/bookings/project/project-step';
import { BookingBlock } from '../booking/booking-layout';
import { Button } from '../ui/button';
import { RadioCards } from '../ui/radio-cards';
import { SelectField } from '../ui/select';
import { TextField } from '../ui/text-input';
import { PART_NAMES_ID, PartFields } from './part-fields';
import { fieldError } from './project-errors';

const KINDS = ['rehearsal', 'production', 'dissemination'] as const;

/** What the project is, its parts, and what is wished when something is taken. Read from the address, so that nothing typed is lost. */
export function ProjectForm({ page }: { page: ProjectPage }) {
  const { t } = useTranslation('project');
  const { draft, problems, preview } = page;
  return (
    <form method="get" action="/prosjekt" className="project-form" noValidate>
      {/* What the Enter key presses: the first button of a form. */}
      <button type="submit" name="steg" value={stepValue({ kind: 'look' })} className="visually-hidden" tabIndex={-1} aria-hidden="true">
        {t('page.show')}
      </button>
      {preview && <input type="hidden" name="vis" value="1" />}
      <BookingBlock id="about" title={t('page.about')}>
        <div className="form-grid">
          <TextField
            id="tittel"
            name="tittel"
            label={t('page.projectTitle')}
            maxLength={TITLE_LENGTH}
            defaultValue={draft.tittel}
            error={fieldError(problems, 'tittel', null, t)}
          />
          <PayerField page={page} />
        </div>
        {page.forOthers && <ForOthers page={page} />}
      </BookingBlock>
      <BookingBlock id="parts" title={t('page.parts')}>
        <datalist id={PART_NAMES_ID}>
          {KINDS.map((kind) => (
            <option key={kind} value={t(`page.partNames.${kind}`)} />
          ))}
        </datalist>
        {draft.parts.map((part, index) => (
          <PartFields key={index} page={page} part={part} index={index} />
        ))}
        {draft.parts.length < MOST_PARTS ? (
          <Button icon="plus" name="steg" value={stepValue({ kind: 'add' })}>
            {t('page.add')}
          </Button>
        ) : (
          <p className="small muted">{t('page.most', { count: MOST_PARTS })}</p>
        )}
      </BookingBlock>
      <BookingBlock id="ifTaken" title={t('page.ifTaken')}>
        <RadioCards
          name="valg"
          labelledBy="ifTaken"
          defaultValue={draft.valg}
          options={[
            { value: 'alt', title: t('page.all'), text: t('page.allText') },
            { value: 'ledig', title: t('page.some'), text: t('page.someText') },
          ]}
        />
        <div className="form-actions">
          <Button variant={preview ? 'secondary' : 'primary'} size="xl" name="steg" value={stepValue({ kind: 'look' })}>
            {t(preview ? 'page.showAgain' : 'page.show')}
          </Button>
        </div>
      </BookingBlock>
    </form>
  );
}

function PayerField({ page: { draft, payers, forOthers, problems } }: { page: ProjectPage }) {
  const { t } = useTranslation('project');
  return (
    <SelectField
      id="betaler"
      name="betaler"
      label={t('page.payer')}
      defaultValue={draft.betaler}
      error={fieldError(problems, 'betaler', null, t)}
      options={[
        { value: 'card', label: t('page.card') },
        ...payers.map(({ value, name, onAccount }) => ({ value, label: t(onAccount ? 'page.account' : 'page.cardFor', { name }) })),
        ...(forOthers ? [{ value: 'free', label: t('page.free') }] : []),
      ]}
    />
  );
}

function ForOthers({ page: { draft, problems } }: { page: ProjectPage }) {
  const { t } = useTranslation('project');
  return (
    <>
      <p className="small muted project-others">{t('page.forWhom')}</p>
      <div className="form-grid">
        <TextField
          id="epost"
          name="epost"
          type="email"
          label={t('page.email')}
          defaultValue={draft.epost}
          error={fieldError(problems, 'epost', null, t)}
          autoComplete="off"
        />
        <TextField
          id="navn"
          name="navn"
          label={t('page.name')}
          defaultValue={draft.navn}
          error={fieldError(problems, 'navn', null, t)}
          autoComplete="off"
        />
      </div>
    </>
  );
}
