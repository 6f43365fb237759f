import { Form, useNavigation } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { formatOre } from '~/lib/format-money';
import { formatSpan } from '~/lib/format-time';
import type { Interval } from '~/lib/interval';
import { seenText } from '~/modules/bookings/changes/seen-text';
import { housePath, type HouseView, type WantedFields } from '~/modules/bookings/house/house-address';
import type { HousePanel } from '~/modules/bookings/house/house-panel.queries.server';
import type { ChangeOutcome } from '~/modules/bookings/changes/preview-change.queries.server';
import { changeRefusalText } from '../change/change-refusal';
import { ExceptionReason } from '../change/exception-reason';
import { NearbyNotes } from '../neighbours/nearby-notes';
import { useLocale } from '../site/use-locale';
import { Button, ButtonLink } from '../ui/button';
import { Icon } from '../ui/icon';
import { fieldsOf } from './wanted-fields';

export type MovePreviewProps = {
  view: HouseView;
  panel: HousePanel;
  wanted: WantedFields | null;
  /** Where it would be; null while it is only looked at. */
  slot: (Interval & { readonly roomSlug: string; readonly roomName: string }) | null;
  requestKey: string;
  /** Puts it back. */
  back: string;
  /** An exception from the rules was to be made without saying why. */
  reasonMissing: boolean;
};

/** Old and new, the difference in money, and what stands in the way. Nothing is saved before the button is pressed. */
export function MovePreview({ view, panel, wanted, slot, requestKey, back, reasonMissing }: MovePreviewProps) {
  const { t } = useTranslation('house');
  const { t: change } = useTranslation('change');
  const { t: words } = useTranslation('booking');
  const locale = useLocale();
  const saving = useNavigation().state === 'submitting';
  const { preview } = panel;
  if (!slot || !wanted || !preview?.answer) return null;
  const { decision, alternatives, mayExcept } = preview.answer;
  const hrefTo = (fields: WantedFields) => housePath(view, { occurrenceId: panel.occurrenceId, wanted: fields });
  const waived = wanted.penger === 'ingen';
  return (
    <div className="house-panel-columns">
      <dl className="house-from-to num">
        <div>
          <dt>{t('preview.before')}</dt>
          <dd>
            {formatSpan(panel.start, panel.end, locale)}
            <span>{panel.roomName}</span>
          </dd>
        </div>
        <Icon name="arrow-right" />
        <div>
          <dt>{t('preview.after')}</dt>
          <dd>
            {formatSpan(slot.start, slot.end, locale)}
            <span>{slot.roomName}</span>
          </dd>
        </div>
      </dl>
      <div className="stack">
        <div role="status">
          {decision.ok ? (
            <Difference outcome={decision.value} panel={panel} />
          ) : (
            <p className="house-refused">
              <Icon name="alert" />
              <span>{changeRefusalText(decision, { t: change, words, locale, byHub: true })}</span>
            </p>
          )}
        </div>
        {decision.ok && <NearbyNotes nearby={decision.value.nearby} />}
        <div className="house-panel-actions">
          {decision.ok && (
            <Form method="post" action={hrefTo(wanted)} className="house-save" preventScrollReset>
              <Hidden
                values={{
                  ...{ ...wanted, penger: waived ? 'ingen' : 'oppgjor', requestKey, forekomst: panel.occurrenceId, sett: seenText(panel) },
                  differanseOre: String(decision.value.differenceOre),
                }}
              />
              {decision.value.byException && <ExceptionReason typed="" missing={reasonMissing} />}
              <Button variant="primary" name="intent" value="move" aria-disabled={saving}>
                {t(decision.value.mustBePaid ? 'preview.saveLink' : 'preview.save')}
              </Button>
            </Form>
          )}
          {mayExcept && <ButtonLink href={hrefTo({ ...wanted, unntak: 'ja' })}>{change('exception.label')}</ButtonLink>}
          <ButtonLink href={back}>{t('preview.putBack')}</ButtonLink>
          {decision.ok && (decision.value.differenceOre !== 0 || waived) && (
            <ButtonLink variant="quiet" href={hrefTo({ ...wanted, penger: waived ? '' : 'ingen' })}>
              {t(waived ? 'preview.settle' : 'preview.waive')}
            </ButtonLink>
          )}
        </div>
      </div>
      {alternatives.length > 0 && (
        <div className="house-alternatives">
          <p>{change('alternatives')}</p>
          <ul>
            {alternatives.map((each) => (
              <li key={each.roomSlug + each.start.toISOString()}>
                <a className="slot" href={hrefTo(fieldsOf(each))}>
                  {change('alternative', { room: each.roomName, span: formatSpan(each.start, each.end, locale) })}
                </a>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

function Hidden({ values }: { values: Readonly<Record<string, string>> }) {
  return <>{Object.entries(values).map(([name, value]) => value !== '' && <input key={name} type="hidden" name={name} value={value} />)}</>;
}

/** What the customer pays or gets back, and how. */
function Difference({ outcome: { dueOre, backOre, totalOre, mustBePaid }, panel }: { outcome: ChangeOutcome; panel: HousePanel }) {
  const { t } = useTranslation('house');
  const locale = useLocale();
  const amount = (ore: number) => formatOre(ore, locale);
  return (
    <>
      <p className="house-difference num">
        {dueOre > 0 && <b>{t(`preview.due.${panel.paymentMethod}`, { amount: amount(dueOre) })}</b>}
        {backOre > 0 && <b>{t(`preview.back.${panel.paymentMethod}`, { amount: amount(backOre) })}</b>}
        {dueOre === 0 && backOre === 0 && <b>{t('preview.same')}</b>}
        <span>{t('preview.total', { before: amount(panel.totalOre), after: amount(totalOre) })}</span>
      </p>
      {mustBePaid && <p className="small">{t('preview.waits')}</p>}
    </>
  );
}
