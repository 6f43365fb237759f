import { useTranslation } from 'react-i18next';
import { formatDuration } from '~/lib/format-time';
import { type PartDraft, PART_NAME_LENGTH } from '~/modules/bookings/project/project-draft';
import type { ProjectPage } from '~/modules/bookings/project/project-page.queries.server';
import { partId, stepValue } from '~/modules/bookings/project/project-step';
import { halfHours } from '../desk/half-hours';
import { useLocale } from '../site/use-locale';
import { Button } from '../ui/button';
import { SelectField, type SelectOption, type SelectOptionGroup } from '../ui/select';
import { TextField } from '../ui/text-input';
import { fieldError, fieldId } from './project-errors';
import { PartExtras } from './part-extras';
import { PartOutcome } from './part-outcome';

type PartFieldsProps = { page: ProjectPage; part: PartDraft; index: number };

/** Names that are proposed for a part; any other may be written. */
export const PART_NAMES_ID = 'delnavn';

const LAST_START = 23 * 60 + 30;
const LAST_END = 30 * 60;
const RIG_MINUTES = [0, 30, 60, 90, 120, 180, 240, 360, 480];

/** One part of a project: what, where, when and for how many; with what it costs or what may be had instead, once it was looked at. */
export function PartFields({ page, part, index }: PartFieldsProps) {
  const { t } = useTranslation('project');
  const locale = useLocale();
  const field = (name: keyof PartDraft) => ({
    id: fieldId(name, index),
    name,
    error: fieldError(page.problems, name, index, t),
    defaultValue: part[name],
  });
  const nextDay = (clock: string) => t('page.nextDay', { clock });
  const rigs = (chosen: string) =>
    withChosen(
      RIG_MINUTES.map((minutes) => ({
        value: minutes === 0 ? '' : String(minutes),
        label: minutes === 0 ? t('page.noRig') : formatDuration(minutes, locale),
      })),
      chosen,
    );
  const number = index + 1;
  const looked = page.preview?.parts.find((one) => one.index === index) ?? null;
  return (
    <fieldset className="project-part" id={partId(index)}>
      <legend>{t('page.part', { number })}</legend>
      <div className="project-part-what">
        <TextField {...field('del')} list={PART_NAMES_ID} maxLength={PART_NAME_LENGTH} label={t('page.partName')} autoComplete="off" />
        <SelectField
          {...field('rom')}
          label={t('page.room')}
          options={[{ value: '', label: t('page.chooseRoom') }, ...withUnknown(useRoomGroups(page.rooms), part.rom)]}
        />
      </div>
      <div className="project-part-when num">
        <TextField {...field('dato')} type="date" label={t('page.date')} className="project-date" />
        <SelectField {...field('fra')} label={t('page.from')} options={withChosen(halfHours(0, LAST_START, locale, nextDay), part.fra)} />
        <SelectField {...field('til')} label={t('page.to')} options={withChosen(halfHours(30, LAST_END, locale, nextDay), part.til)} />
        <TextField {...field('antall')} inputMode="numeric" maxLength={4} label={t('page.people')} />
      </div>
      <div className="project-part-foot">
        <details className="project-rig" open={part.riggFor !== '' || part.riggEtter !== ''}>
          <summary>{t('page.rig')}</summary>
          <div className="form-grid">
            <SelectField {...field('riggFor')} label={t('page.rigBefore')} options={rigs(part.riggFor)} />
            <SelectField {...field('riggEtter')} label={t('page.rigAfter')} options={rigs(part.riggEtter)} />
          </div>
        </details>
        {page.draft.parts.length > 1 && (
          <Button variant="quiet" name="steg" value={stepValue({ kind: 'remove', index })}>
            {t('page.remove', { number })}
          </Button>
        )}
      </div>
      <PartExtras part={part} index={index} preview={looked} />
      <PartOutcome page={page} index={index} />
    </fieldset>
  );
}

/** The rooms by their kind, in the order of the house. */
function useRoomGroups(rooms: ProjectPage['rooms']): SelectOptionGroup[] {
  const { t } = useTranslation('project');
  const { t: common } = useTranslation('common');
  return [...new Set(rooms.map(({ kind }) => kind))].map((kind) => ({
    label: common(`roomKind.${kind}`),
    options: rooms
      .filter((room) => room.kind === kind)
      .map(({ slug, name, buildingName }) => ({ value: slug, label: t('page.roomIn', { room: name, building: buildingName }) })),
  }));
}

/** A time that was proposed or came with the address is not lost because it is none of the usual. */
function withChosen(options: readonly SelectOption[], chosen: string): SelectOption[] {
  return options.some(({ value }) => value === chosen) ? [...options] : [{ value: chosen, label: chosen }, ...options];
}

function withUnknown(groups: readonly SelectOptionGroup[], chosen: string): (SelectOption | SelectOptionGroup)[] {
  const known = chosen === '' || groups.some(({ options }) => options.some(({ value }) => value === chosen));
  return known ? [...groups] : [{ value: chosen, label: chosen }, ...groups];
}
