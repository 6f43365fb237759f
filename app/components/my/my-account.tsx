import { type Locale, LOCALES } from '~/lib/locale';
import type { MembershipRole } from '~/modules/identity/permissions';
import { Button, ButtonLink } from '../ui/button';
import { SectionHeader } from '../ui/section-header';
import { SelectField } from '../ui/select';
import { Tag } from '../ui/tag';
import type { MyTexts } from './my-texts';

export type MyOrganisation = { id: string; name: string; isBand: boolean; role: MembershipRole; onAccount: boolean; rents: boolean };

/** The bands and organisations that somebody is part of, and as what; a band leads to its page. */
export function MyOrganisations({ organisations, texts: { t } }: { organisations: readonly MyOrganisation[]; texts: MyTexts }) {
  return (
    <section className="section" aria-labelledby="organisasjoner">
      <SectionHeader
        id="organisasjoner"
        title={t('organisations.title')}
        end={<a href="/min-side/band/ny">{t('organisations.newBand')}</a>}
      />
      {organisations.length === 0 && <p className="section-text">{t('organisations.none')}</p>}
      <ul>
        {organisations.map(({ id, name, isBand, role, onAccount, rents }) => (
          <li key={id} className="list-row">
            <span>
              <b>
                <a href={isBand ? `/min-side/band/${id}` : `/min-side/leie/${id}/medlemmer`}>{name}</a>
              </b>
              {onAccount && (
                <span className="list-row-sub">
                  {t('organisations.onAccount')}{' '}
                  {(role === 'contact' || role === 'billing') && (
                    <>
                      <a href={`/min-side/leie/${id}/fakturaer`}>{t('organisations.invoices')}</a>{' '}
                    </>
                  )}
                </span>
              )}
              {rents && (
                <a className="list-row-sub" href={`/min-side/leie/${id}`}>
                  {t('organisations.rents')}
                </a>
              )}
            </span>
            <Tag>{t(`organisations.role.${role}`)}</Tag>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Who is signed in, where else, and the way out. Signing out loads the page anew: nothing of the person stays in the browser. */
type MyAccountProps = { email: string; mailLocale: Locale; texts: MyTexts };

export function MyAccount({ email, mailLocale, texts: { t } }: MyAccountProps) {
  return (
    <section className="section" aria-labelledby="konto">
      <SectionHeader id="konto" title={t('account.title')} />
      <p className="section-text">{t('account.signedInAs', { email })}</p>
      <form method="post" action="/min-side/sprak" className="mail-language">
        <SelectField
          id="locale"
          name="locale"
          label={t('account.mailLanguage')}
          defaultValue={mailLocale}
          options={LOCALES.map((locale) => ({ value: locale, label: t(`account.language.${locale}`) }))}
        />
        <Button>{t('account.saveLanguage')}</Button>
      </form>
      <div className="row-of">
        <ButtonLink href="/min-side/kalendere" icon="calendar">
          {t('account.calendars')}
        </ButtonLink>
        <ButtonLink href="/min-side/innlogginger" icon="key">
          {t('account.sessions')}
        </ButtonLink>
        <form method="post" action="/logg-ut">
          <Button icon="log-out">{t('account.signOut')}</Button>
        </form>
      </div>
    </section>
  );
}
