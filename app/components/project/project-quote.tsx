import { useTranslation } from 'react-i18next';
import { formatOre } from '~/lib/format-money';
import { formatDuration, formatSpan } from '~/lib/format-time';
import { sumOre } from '~/lib/money';
import { bookedFor, projectQuery } from '~/modules/bookings/project/project-draft';
import type { PreviewedPart, ProjectPreview } from '~/modules/bookings/project/project-preview.queries.server';
import type { ProjectPage } from '~/modules/bookings/project/project-page.queries.server';
import { partId, QUOTE_ID } from '~/modules/bookings/project/project-step';
import { labelOf, lineText } from '../booking/quote-lines';
import { Paper, PaperBody } from '../layout/paper';
import { useLocale } from '../site/use-locale';
import { Button } from '../ui/button';
import { Tag } from '../ui/tag';

/** The sheet beside the parts: every line by part, what it comes to, whose answer is needed, and the one button. */
export function ProjectQuote({ page }: { page: ProjectPage }) {
  const { t } = useTranslation('project');
  const { preview } = page;
  return (
    <aside className="booking-side" aria-labelledby={QUOTE_ID}>
      <Paper>
        <PaperBody>
          <h2 id={QUOTE_ID} className="booking-when">
            {preview ? page.draft.tittel : t('quote.empty')}
          </h2>
          {preview ? <Sum page={page} preview={preview} /> : <p className="booking-facts">{t('quote.emptyText')}</p>}
        </PaperBody>
      </Paper>
    </aside>
  );
}

function Sum({ page, preview }: { page: ProjectPage; preview: ProjectPreview }) {
  const { t } = useTranslation('project');
  const locale = useLocale();
  const { parts, grantedCount, totalOre, supportOre } = preview;
  const vatOre = sumOre(parts.flatMap(({ outcome }) => (outcome.granted ? outcome.lines.map((line) => line.vatOre) : [])));
  const allFree = grantedCount === parts.length;
  return (
    <>
      <p className="booking-facts">
        {allFree ? t('quote.allFree', { count: parts.length }) : t('quote.someFree', { free: grantedCount, count: parts.length })}
      </p>
      <ol className="project-lines num">
        {parts.map((part) => (
          <PartLines key={part.index} part={part} />
        ))}
      </ol>
      {grantedCount > 0 && (
        <dl className="price-lines num">
          {supportOre > 0 && (
            <div className="price-support">
              <dt>{t('quote.support', { amount: formatOre(supportOre, locale) })}</dt>
            </div>
          )}
          <div className="price-total">
            <dt>{t('quote.total')}</dt>
            <dd>{formatOre(totalOre, locale)}</dd>
          </div>
        </dl>
      )}
      {grantedCount > 0 && (
        <p className="price-vat num">{vatOre > 0 ? t('quote.vat', { vat: formatOre(vatOre, locale) }) : t('quote.noVat')}</p>
      )}
      <Commit page={page} preview={preview} />
    </>
  );
}

function PartLines({ part: { index, partName, roomName, slot, outcome } }: { part: PreviewedPart }) {
  const { t } = useTranslation('project');
  const { t: booking } = useTranslation('booking');
  const locale = useLocale();
  return (
    <li>
      <p className="project-line-head">
        <a href={`#${partId(index)}`}>{partName || t('page.part', { number: index + 1 })}</a>
        {outcome.granted ? <b>{formatOre(outcome.totalOre, locale)}</b> : <Tag tone="red">{t('quote.notFree')}</Tag>}
      </p>
      <p className="small muted">{t('words.place', { room: roomName, when: formatSpan(slot.start, slot.end, locale) })}</p>
      {outcome.granted && (
        <ul className="small muted">
          {outcome.lines.map((line) => (
            <li key={line.position} className="project-line">
              <span>{line.kind === 'support' ? labelOf(line, locale) : lineText(line, booking, locale)}</span>
              <span>{formatOre(line.grossOre, locale)}</span>
            </li>
          ))}
        </ul>
      )}
      {outcome.granted && outcome.asksHouse && <Tag tone="straw">{t('quote.asks')}</Tag>}
    </li>
  );
}

function Commit({ page, preview }: { page: ProjectPage; preview: ProjectPreview }) {
  const { t } = useTranslation('project');
  const { t: booking } = useTranslation('booking');
  const locale = useLocale();
  const { draft, requestKey } = page;
  const { grantedCount, parts, totalOre, answerHours } = preview;
  const address = `/prosjekt?${projectQuery(draft)}&vis=1`;
  if (grantedCount === 0) return <p className="booking-policy">{t('quote.noneFreeText')}</p>;
  const allFree = grantedCount === parts.length;
  if (!allFree && draft.valg === 'alt') {
    return (
      <p className="booking-policy">
        {t('quote.allNeeded')} <a href={`/prosjekt?${projectQuery({ ...draft, valg: 'ledig' })}&vis=1#${QUOTE_ID}`}>{t('quote.switch')}</a>
      </p>
    );
  }
  const byCard = isByCard(page) && totalOre > 0;
  const forOther = page.forOthers && bookedFor(draft) !== null;
  const total = formatOre(totalOre, locale);
  const duration = answerHours === null ? '' : formatDuration(answerHours * 60, locale);
  const label = () => {
    if (answerHours !== null) return byCard ? t('quote.reserve', { price: total }) : t('quote.ask');
    if (byCard) return forOther ? t('quote.sendLink') : t('quote.pay', { price: total });
    return draft.betaler === 'card' || draft.betaler === 'free' || totalOre === 0 ? t('quote.book') : t('quote.bookOnAccount');
  };
  return (
    <form method="post" action={address} className="booking-pay" data-reload>
      <input type="hidden" name="requestKey" value={requestKey} />
      <input type="hidden" name="totalOre" value={totalOre} />
      <Button variant="primary" size="xl" wide>
        {label()}
      </Button>
      {preview.mayShare && !forOther && (
        <Button name="videre" value="deling" wide>
          {booking('bookingPage.split')}
        </Button>
      )}
      {!allFree && <p className="small muted booking-pay-note">{t('quote.bookFree', { count: grantedCount })}</p>}
      {answerHours !== null && (
        <p className="small muted booking-pay-note">{t(byCard ? 'quote.answerCard' : 'quote.answer', { duration })}</p>
      )}
      {answerHours === null && byCard && !forOther && <p className="small muted booking-pay-note">{t('quote.hold')}</p>}
      <p className="booking-policy">{t('quote.policy')}</p>
    </form>
  );
}

function isByCard({ draft, payers }: ProjectPage): boolean {
  return draft.betaler !== 'free' && !payers.some(({ value, onAccount }) => onAccount && value === draft.betaler);
}
