import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { formatOre } from '~/lib/format-money';
import { formatSpan } from '~/lib/format-time';
import { housePath, type HouseView } from '~/modules/bookings/house/house-address';
import type { HousePanel } from '~/modules/bookings/house/house-panel.queries.server';
import type { ChangeStepRefusal } from '~/modules/bookings/changes/take-change-step.server';
import type { ShownRefusal } from '../change/change-refusal';
import { stepRefusalText } from '../change/step-refusal';
import { useLocale } from '../site/use-locale';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';

export type PanelNoticesProps = {
  view: HouseView;
  panel: HousePanel;
  refusal: ShownRefusal | ChangeStepRefusal | null;
  /** A change was just taken back; `waits`: first true when it is paid. */
  undone: 'undone' | 'waits' | null;
};

/** What the last step did, with the way back; or why it could not be. */
export function PanelNotices({ view, panel, refusal, undone }: PanelNoticesProps) {
  const { t } = useTranslation('house');
  const { t: change } = useTranslation('change');
  const { t: words } = useTranslation('booking');
  const locale = useLocale();
  if (refusal) return <Notice tone="danger" title={stepRefusalText(refusal, { t: change, words, locale, byHub: true })} announce />;
  if (undone) return <Notice tone="success" title={t(`undone.${undone}`)} announce />;
  const { undo } = panel;
  if (!undo) return null;
  const waits = undo.state === 'awaiting_payment';
  const { after, dueOre, backOre } = undo;
  const money = dueOre > 0 ? t(`moved.due.${panel.paymentMethod}`, { amount: formatOre(dueOre, locale) }) : '';
  const back = backOre > 0 ? t(`moved.back.${panel.paymentMethod}`, { amount: formatOre(backOre, locale) }) : '';
  return (
    <Notice
      tone={waits ? 'warning' : 'success'}
      title={t(waits ? 'moved.waits' : 'moved.done', { when: formatSpan(after.start, after.end, locale), room: after.roomName })}
      announce
      actions={
        <Form method="post" action={housePath(view, { occurrenceId: panel.occurrenceId })} preventScrollReset>
          <input type="hidden" name="endring" value={undo.id} />
          <Button name="intent" value="undo">
            {t('moved.undo')}
          </Button>
        </Form>
      }
    >
      {(money || back) && <p>{[money, back].filter(Boolean).join(' ')}</p>}
    </Notice>
  );
}
