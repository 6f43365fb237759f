import { useTranslation } from 'react-i18next';
import { type ItemWish, readWishes, wishFields } from '~/modules/bookings/project/part-wishes';
import type { PartDraft } from '~/modules/bookings/project/project-draft';
import type { PreviewedPart } from '~/modules/bookings/project/project-preview.queries.server';
import { AddOnItems } from '../booking/add-on-items';
import { soundWords } from '../neighbours/sound-words';
import { useLocale } from '../site/use-locale';
import { SelectField } from '../ui/select';
import { fieldId } from './project-errors';

type PartExtrasProps = {
  part: PartDraft;
  index: number;
  /** Null until the part was looked at: before that it is not known what its room has. */
  preview: PreviewedPart | null;
};

const NOTHING: Omit<ItemWish, 'slug'> = { quantity: 0, from: '', to: '' };

/** Equipment, people and how loud it will be, for one part; what was chosen before it is known what can be is carried along. */
export function PartExtras({ part, index, preview }: PartExtrasProps) {
  const wishes = readWishes(part.utstyr);
  if (!preview) {
    return (
      <>
        <input type="hidden" name="utstyr" value={part.utstyr} />
        <input type="hidden" name="lyd" value={part.lyd} />
      </>
    );
  }
  return (
    <>
      {/* The fields of the items say it. */}
      <input type="hidden" name="utstyr" value="" />
      <Loudness preview={preview} part={part} index={index} />
      {preview.offered.length > 0 && <Items preview={preview} part={part} index={index} wishes={wishes} />}
    </>
  );
}

type Looked = Omit<PartExtrasProps, 'preview'> & { preview: PreviewedPart };

function Loudness({ preview: { loudness }, part, index }: Looked) {
  const { t } = useTranslation('neighbours');
  const locale = useLocale();
  const { choice } = soundWords({ loudness, nearby: [] }, { t, locale });
  if (!choice) return <input type="hidden" name="lyd" value={part.lyd} />;
  return (
    <SelectField
      id={fieldId('lyd', index)}
      name="lyd"
      label={choice.label}
      hint={choice.hint}
      options={choice.options}
      defaultValue={part.lyd || choice.chosen}
    />
  );
}

function Items({ preview: { offered, slot, dropped }, part, index, wishes }: Looked & { wishes: readonly ItemWish[] }) {
  const { t } = useTranslation('project');
  const chosen = new Map(wishes.map((wish) => [wish.slug, wish]));
  const required = offered.filter((item) => item.required).length;
  const count = chosen.size + required;
  return (
    <>
      <details className="project-rig project-extras" open={chosen.size > 0}>
        <summary>
          {t('page.extras')} <span className="muted">{count === 0 ? t('page.extrasNone') : t('page.extrasChosen', { count })}</span>
        </summary>
        <AddOnItems
          items={offered}
          slot={slot}
          draft={part}
          fieldsOf={({ slug }) => ({ ...wishFields(index, slug), chosen: chosen.get(slug) ?? NOTHING })}
        />
      </details>
      {dropped && <p className="small muted">{t('page.dropped')}</p>}
    </>
  );
}
