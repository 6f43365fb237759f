import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { NeighboursPage } from '~/modules/rooms/neighbours/neighbours-page.queries.server';
import { NEIGHBOUR_EFFECTS, SOUND_CLASSES } from '~/modules/rooms/sound-class';
import { Button } from '../ui/button';
import { ErrorSummary } from '../ui/error-summary';
import { RadioCards } from '../ui/radio-cards';
import { SectionHeader } from '../ui/section-header';
import { SelectField, type SelectOptionGroup } from '../ui/select';
import { Table } from '../ui/table';
import { VisuallyHidden } from '../ui/visually-hidden';

type NeighboursViewProps = {
  page: NeighboursPage;
  /** What was chosen before, when it was refused. */
  values: Readonly<Record<string, string | undefined>> | null;
  /** Code of what is wrong with the neighbour that was named. */
  refused: string | null;
};

const CODES = ['missing', 'unknown_room', 'same_room', 'whole_and_part'] as const;

/** How loud a room usually is, and the rooms that hear it. */
export function NeighboursView({ page, values, refused }: NeighboursViewProps) {
  const { t } = useTranslation('neighbours');
  const error = refused === null ? undefined : t(`error.${CODES.find((known) => known === refused) ?? 'unknown_room'}`);
  return (
    <>
      <ErrorSummary title={t('error.summary')} errors={error ? [{ href: '#nabo', text: error }] : []} />
      <SoundClassSection page={page} />
      <section className="desk-section" aria-labelledby="neighbours">
        <SectionHeader id="neighbours" title={t('pairs.title')} />
        <PairTable page={page} />
        {page.others.length > 0 && <NewPair page={page} values={values} error={error} />}
      </section>
    </>
  );
}

function SoundClassSection({ page: { room } }: Pick<NeighboursViewProps, 'page'>) {
  const { t } = useTranslation('neighbours');
  return (
    <section className="desk-section" aria-labelledby="class">
      <SectionHeader id="class" title={t('class.label')} />
      <Form method="post" className="stack desk-gap">
        <p>{t('class.text')}</p>
        <RadioCards
          name="lydklasse"
          labelledBy="class"
          defaultValue={room.soundClass}
          options={SOUND_CLASSES.map((value) => ({ value, title: t(`class.${value}`), text: t(`class.${value}Text`) }))}
        />
        <div>
          <Button variant="primary" name="intent" value="class">
            {t('class.save')}
          </Button>
        </div>
      </Form>
    </section>
  );
}

function PairTable({ page: { room } }: Pick<NeighboursViewProps, 'page'>) {
  const { t } = useTranslation('neighbours');
  if (room.neighbours.length === 0) return <p className="desk-gap muted">{t('pairs.none')}</p>;
  return (
    <div className="desk-gap">
      <Table
        caption={t('pairs.title')}
        hideCaption
        stacked
        rows={room.neighbours}
        rowKey={({ slug }) => slug}
        columns={[
          {
            key: 'room',
            header: t('overview.room'),
            rowHeader: true,
            cell: ({ slug, name }) => <a href={`/admin/rom/${slug}/naboer`}>{name}</a>,
          },
          { key: 'effect', header: t('effect.label'), cell: ({ effect }) => t(`effect.${effect}Text`) },
          { key: 'actions', header: t('pairs.actions'), cell: (pair: Pair) => <PairActions pair={pair} /> },
        ]}
      />
    </div>
  );
}

type Pair = NeighboursPage['room']['neighbours'][number];

/** Each says which pair it is about, also to whoever hears it alone. */
function PairActions({ pair: { slug, name, effect } }: { pair: Pair }) {
  const { t } = useTranslation('neighbours');
  const other = effect === 'warn' ? 'refuse' : 'warn';
  return (
    <Form method="post" className="form-actions">
      <input type="hidden" name="nabo" value={slug} />
      <input type="hidden" name="virkning" value={other} />
      <Button name="intent" value="pair">
        {t(`pairs.${other}`)}
        <VisuallyHidden> {name}</VisuallyHidden>
      </Button>
      <Button name="intent" value="part">
        {t('pairs.remove')}
        <VisuallyHidden> {name}</VisuallyHidden>
      </Button>
    </Form>
  );
}

function NewPair({ page, values, error }: Pick<NeighboursViewProps, 'page' | 'values'> & { error: string | undefined }) {
  const { t } = useTranslation('neighbours');
  return (
    <Form method="post" className="stack desk-gap" noValidate>
      <h3 className="h3">{t('pairs.new')}</h3>
      <SelectField
        id="nabo"
        name="nabo"
        label={t('pairs.room')}
        hint={t('pairs.roomHint')}
        error={error}
        defaultValue={values?.['nabo'] ?? ''}
        options={[{ value: '', label: t('pairs.choose') }, ...byBuilding(page.others)]}
      />
      <RadioCards
        name="virkning"
        legend={t('effect.label')}
        defaultValue={values?.['virkning'] ?? 'warn'}
        options={NEIGHBOUR_EFFECTS.map((value) => ({ value, title: t(`effect.${value}`), text: t(`effect.${value}Text`) }))}
      />
      <div>
        <Button name="intent" value="pair">
          {t('pairs.add')}
        </Button>
      </div>
      <p className="small muted">{t('pairs.stands')}</p>
    </Form>
  );
}

function byBuilding(rooms: NeighboursPage['others']): SelectOptionGroup[] {
  const buildings = [...new Set(rooms.map(({ buildingName }) => buildingName))];
  return buildings.map((label) => ({
    label,
    options: rooms.filter(({ buildingName }) => buildingName === label).map(({ slug, name }) => ({ value: slug, label: name })),
  }));
}
