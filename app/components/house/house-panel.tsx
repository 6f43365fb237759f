import { useNavigate } from '@remix-run/react';
import { type MouseEvent, useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatOre } from '~/lib/format-money';
import { formatMoment, formatSpan } from '~/lib/format-time';
import { housePath, type HouseView, type WantedFields } from '~/modules/bookings/house/house-address';
import type { HousePanel as Panel } from '~/modules/bookings/house/house-panel.queries.server';
import { StateTag } from '../desk/state-tag';
import { useLocale } from '../site/use-locale';
import { classNames } from '../ui/class-names';
import { DescriptionList, type DescriptionItem } from '../ui/description-list';
import { Icon } from '../ui/icon';
import { MoveForm } from './move-form';
import { MovePreview, type MovePreviewProps } from './move-preview';
import { PanelActions } from './panel-actions';
import { PanelNotices, type PanelNoticesProps } from './panel-notices';

export type HousePanelProps = {
  view: HouseView;
  panel: Panel;
  wanted: WantedFields | null;
  requestKey: string;
  slot: MovePreviewProps['slot'];
} & Pick<PanelNoticesProps, 'refusal' | 'undone'>;

/** The booking that is pressed: who, what, when, whether it is paid; what can be done; and what moving it would mean. */
export function HousePanel({ view, panel, wanted, slot, requestKey, refusal, undone }: HousePanelProps) {
  const { t } = useTranslation('house');
  const navigate = useNavigate();
  const heading = useRef<HTMLHeadingElement>(null);
  const [folded, setFolded] = useState(false);
  const here = housePath(view, { occurrenceId: panel.occurrenceId });
  const out = housePath(view);
  const wish = wanted && Object.values(wanted).join(' ');
  const moving = slot !== null && panel.preview !== null;

  // Focus goes where the change is; a page that was just loaded keeps its own.
  const shown = useRef<string | null>(null);
  const now = [panel.occurrenceId, wish, panel.undo?.id].join(' ');
  useEffect(() => {
    const before = shown.current;
    shown.current = now;
    if (before !== now) setFolded(false);
    if (before === now || (before === null && document.activeElement === document.body)) return;
    heading.current?.focus({ preventScroll: true });
    // What it is about stays in sight above it.
    document
      .querySelector('.house-ghost, .house-month-ghost, [data-id][aria-current]')
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [now]);

  /** Focus goes back to where it came from. */
  const close = useCallback(() => {
    navigate(out, { preventScrollReset: true, replace: true });
    document.querySelector<HTMLElement>(`[data-id="${CSS.escape(panel.occurrenceId)}"]`)?.focus({ preventScroll: true });
  }, [navigate, out, panel.occurrenceId]);

  useEffect(() => {
    const back = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      if (moving) navigate(here, { preventScrollReset: true, replace: true });
      else close();
    };
    document.addEventListener('keydown', back);
    return () => document.removeEventListener('keydown', back);
  }, [navigate, moving, here, close]);

  return (
    <section className={classNames('house-panel no-print', folded && 'house-panel-folded')} aria-labelledby="panel">
      <header>
        <h2 id="panel" ref={heading} tabIndex={-1}>
          {moving ? t('panel.moving', { who: panel.who }) : panel.who}
        </h2>
        <StateTag state={panel.state} />
        <button
          type="button"
          className="house-panel-fold needs-script"
          aria-expanded={!folded}
          aria-controls="panel-body"
          onClick={() => setFolded(!folded)}
        >
          <Icon name={folded ? 'chevron-up' : 'chevron-down'} />
          <span>{t(folded ? 'panel.unfold' : 'panel.fold')}</span>
        </button>
        <a className="house-panel-close" href={out} onClick={closeInPlace}>
          <Icon name="close" />
          <span>{t('panel.close')}</span>
        </a>
      </header>
      <div id="panel-body" className="house-panel-body">
        <PanelNotices view={view} panel={panel} refusal={refusal} undone={undone} />
        {moving ? (
          <MovePreview
            view={view}
            panel={panel}
            wanted={wanted}
            slot={slot}
            requestKey={requestKey}
            back={here}
            reasonMissing={refusal?.code === 'reason_missing'}
          />
        ) : (
          <div className="house-panel-columns">
            <Facts panel={panel} />
            <div className="stack">
              <PanelActions panel={panel} />
              {panel.preview && <MoveForm view={view} panel={panel} preview={panel.preview} wanted={wanted} />}
            </div>
          </div>
        )}
      </div>
    </section>
  );

  function closeInPlace(event: MouseEvent<HTMLAnchorElement>) {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    close();
  }
}

function Facts({ panel }: { panel: Panel }) {
  const { t } = useTranslation('house');
  const locale = useLocale();
  const { who, personName, email, phone, purpose, people, equipment, holdExpiresAt, state } = panel;
  const things = equipment.map(({ nameNb, nameEn, quantity }) => `${quantity} × ${locale === 'nb' ? nameNb : nameEn}`).join(', ');
  const unsure = (state === 'held' || state === 'requested') && holdExpiresAt !== null;
  const items: (DescriptionItem | null)[] = [
    { term: t('panel.when'), value: `${formatSpan(panel.start, panel.end, locale)}, ${panel.roomName}` },
    {
      term: t('panel.contact'),
      value: (
        <>
          {who !== personName && `${personName}, `}
          <a href={`mailto:${email}`}>{email}</a>
          {phone && (
            <>
              , <a href={`tel:${phone}`}>{phone}</a>
            </>
          )}
        </>
      ),
    },
    { term: t('panel.what'), value: [purpose, t('panel.people', { count: people }), things].filter(Boolean).join(' · ') },
    { term: t('panel.paid'), value: `${t(`paid.${panel.paid}`)}, ${formatOre(panel.totalOre, locale)}` },
    unsure ? { term: t('panel.keptUntil'), value: formatMoment(holdExpiresAt, locale) } : null,
  ];
  return <DescriptionList items={items.filter((item) => item !== null)} />;
}
