import { useTranslation } from 'react-i18next';
import { formatDay } from '~/lib/format-time';
import { parseLocalDate } from '~/lib/local-time';
import { inTitleCase } from '~/modules/organisations/register/registered-name';
import type { RegisterReply } from '~/modules/organisations/register/register-reply';
import { useLocale } from '../site/use-locale';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { SectionHeader } from '../ui/section-header';
import { TextField } from '../ui/text-input';

export type LookedUp = {
  /** As typed. */
  number: string;
  /** Code of what is wrong with it. */
  error: 'number_malformed' | 'number_mistyped' | null;
  reply: RegisterReply | null;
  /** The organisation that has this number here. */
  here: { id: string; name: string } | null;
};

/** The number that fetches the rest from the register, and what the register said. */
export function LookUp({ number, error, reply, here }: LookedUp) {
  const { t } = useTranslation('organisations');
  return (
    <section aria-labelledby="look-up">
      <SectionHeader id="look-up" title={t('lookUp.title')} />
      <form method="get" action="/admin/organisasjoner/ny" className="stack desk-gap" noValidate>
        <TextField
          id="oppslag"
          name="nummer"
          inputMode="numeric"
          autoComplete="off"
          label={t('lookUp.number')}
          hint={t('lookUp.hint')}
          error={error ? t(`error.${error}`) : undefined}
          defaultValue={number}
        />
        <div>
          <Button icon="search">{t('lookUp.submit')}</Button>
        </div>
        <p className="muted">{t('lookUp.without')}</p>
      </form>
      <div className="desk-gap">
        {here ? (
          <Notice tone="warning" title={t('found.here')} announce>
            <a href={`/admin/organisasjoner/${here.id}`}>{t('found.hereLink', { name: here.name })}</a>
          </Notice>
        ) : (
          reply && <ReplyNotice reply={reply} />
        )}
      </div>
    </section>
  );
}

function ReplyNotice({ reply }: { reply: RegisterReply }) {
  const { t } = useTranslation('organisations');
  const locale = useLocale();
  switch (reply.state) {
    case 'live':
      return (
        <Notice tone="success" title={t('found.live', { name: inTitleCase(reply.facts.name) })} announce>
          {t('found.liveText')}
        </Notice>
      );
    case 'bankrupt':
    case 'winding_up':
      return (
        <Notice tone="warning" title={t(`found.${reply.state}`, { name: inTitleCase(reply.facts.name) })} announce>
          {t('found.troubleText')}
        </Notice>
      );
    case 'deleted':
    case 'removed': {
      const { name, deletedOn } = reply;
      const date = deletedOn === null ? null : parseLocalDate(deletedOn);
      return (
        <Notice tone="danger" title={name === null ? t('found.gone') : t('found.deleted', { name: inTitleCase(name) })} announce>
          {date === null ? t('found.deletedNoDay') : t('found.deletedOn', { day: formatDay(date, locale, { year: true }) })}
        </Notice>
      );
    }
    default:
      return (
        <Notice tone="warning" title={t(`found.${reply.state}`)} announce>
          {t(`found.${reply.state}Text`)}
        </Notice>
      );
  }
}
