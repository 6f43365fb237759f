import { useTranslation } from 'react-i18next';
import { formatMoment } from '~/lib/format-time';
import type { OrganisationPage } from '~/modules/organisations/organisation-desk.queries.server';
import type { RegisterFacts } from '~/modules/organisations/register/register-answer';
import { useLocale } from '../site/use-locale';
import { Button } from '../ui/button';
import { DescriptionList } from '../ui/description-list';
import { SectionHeader } from '../ui/section-header';
import { RegisterTag } from './register-tag';

type RegisterSectionProps = Pick<OrganisationPage, 'register'> & { hasNumber: boolean; mayEdit: boolean };

/** What the register said, when it was asked, and the way to ask again. */
export function RegisterSection({ register: { state, facts, checkedAt }, hasNumber, mayEdit }: RegisterSectionProps) {
  const { t } = useTranslation('organisations');
  const locale = useLocale();
  const told = (term: string, value: string | number | null | undefined) =>
    value === null || value === undefined ? [] : [{ term, value, key: term }];
  return (
    <section className="desk-section" aria-labelledby="register">
      <SectionHeader id="register" title={t('register.title')} />
      {hasNumber ? (
        <>
          <DescriptionList
            items={[
              { term: t('register.state'), value: <RegisterTag state={state} /> },
              ...told(t('register.name'), facts?.name),
              ...told(t('register.address'), facts && addressOf(facts)),
              ...told(t('register.form'), facts?.form),
              ...told(t('register.industry'), facts?.industryCode),
              ...told(t('register.employees'), facts?.employees),
              ...told(t('register.vat'), facts && t(facts.vatRegistered ? 'register.yes' : 'register.no')),
              ...told(t('register.website'), facts?.website),
              { term: t('register.checked'), value: checkedAt ? formatMoment(checkedAt, locale, { year: true }) : t('register.never') },
            ]}
          />
          {mayEdit && (
            <form method="post" className="desk-gap">
              <Button name="intent" value="check" icon="repeat">
                {t('register.again')}
              </Button>
            </form>
          )}
        </>
      ) : (
        <p className="muted">{t('register.none')}</p>
      )}
    </section>
  );
}

function addressOf({ addressLine, postalCode, city }: RegisterFacts): string | null {
  const place = [postalCode, city].filter(Boolean).join(' ');
  return [addressLine, place].filter(Boolean).join(', ') || null;
}
