import type { MembershipRole } from '~/modules/identity/permissions';
import { Button, ButtonLink } from '../ui/button';
import { SectionHeader } from '../ui/section-header';
import { Tag } from '../ui/tag';
import type { MyTexts } from './my-texts';

export type MyOrganisation = { id: string; name: string; role: MembershipRole; onAccount: boolean };

/** The organisations that somebody is part of, and as what. */
export function MyOrganisations({ organisations, texts: { t } }: { organisations: readonly MyOrganisation[]; texts: MyTexts }) {
  if (organisations.length === 0) return null;
  return (
    <section className="section" aria-labelledby="organisasjoner">
      <SectionHeader id="organisasjoner" title={t('organisations.title')} />
      <ul>
        {organisations.map(({ id, name, role, onAccount }) => (
          <li key={id} className="list-row">
            <span>
              <b>{name}</b>
              {onAccount && <span className="list-row-sub">{t('organisations.onAccount')}</span>}
            </span>
            <Tag>{t(`organisations.role.${role}`)}</Tag>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Who is signed in, where else, and the way out. Signing out loads the page anew: nothing of the person stays in the browser. */
export function MyAccount({ email, texts: { t } }: { email: string; texts: MyTexts }) {
  return (
    <section className="section" aria-labelledby="konto">
      <SectionHeader id="konto" title={t('account.title')} />
      <p className="section-text">{t('account.signedInAs', { email })}</p>
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
