import { useTranslation } from 'react-i18next';
import { PageHead } from '../layout/page-head';
import { Button, ButtonLink } from '../ui/button';
import { Notice } from '../ui/notice';
import { SectionHeader } from '../ui/section-header';
import { TextField } from '../ui/text-input';

type AtTheDoorProps = {
  slug: string;
  room: { name: string; buildingName: string };
  signedIn: boolean;
  refused: { errors: Readonly<Record<string, string>>; values: Readonly<Record<string, string>>; minutes: number } | null;
};

/** Somebody has scanned the code at a door: which booking is theirs? */
export function AtTheDoor({ slug, room, signedIn, refused }: AtTheDoorProps) {
  const { t } = useTranslation('doors');
  const errors = refused?.errors ?? {};
  return (
    <div className="wrap page stack">
      <PageHead title={t('atDoor.title', { room: room.name })} lead={signedIn ? t('atDoor.noneLead') : t('atDoor.lead')} />
      {errors['form'] === 'too_many' && <Notice tone="warning" title={t('atDoor.tooMany', { count: refused?.minutes ?? 0 })} announce />}
      {errors['form'] === 'no_match' && (
        <Notice tone="danger" title={t('atDoor.noMatch')} announce>
          <p>{t('atDoor.noMatchText')}</p>
        </Notice>
      )}
      {!signedIn && (
        <section className="stack" aria-labelledby="sign-in">
          <SectionHeader id="sign-in" title={t('atDoor.signInTitle')} />
          <p className="row-of">
            <ButtonLink variant="primary" size="xl" href={`/logg-inn?neste=${encodeURIComponent(`/rom/${slug}/innsjekk`)}`}>
              {t('atDoor.signIn')}
            </ButtonLink>
          </p>
        </section>
      )}
      <section className="stack" aria-labelledby="by-code">
        <SectionHeader id="by-code" title={t('atDoor.codeTitle')} />
        <form method="post" className="stack" noValidate>
          <div className="form-grid">
            <TextField
              id="referanse"
              name="referanse"
              label={t('atDoor.reference')}
              hint={t('atDoor.referenceHint')}
              error={errors['referanse'] && t('atDoor.error.referanse')}
              defaultValue={refused?.values['referanse']}
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              required
            />
            <TextField
              id="kode"
              name="kode"
              label={t('atDoor.code')}
              hint={t('atDoor.codeHint')}
              error={errors['kode'] && t('atDoor.error.kode')}
              defaultValue={refused?.values['kode']}
              inputMode="numeric"
              autoComplete="off"
              required
            />
          </div>
          <div className="form-actions">
            <Button variant={signedIn ? 'primary' : 'secondary'}>{t('atDoor.submit')}</Button>
            <ButtonLink variant="quiet" href={`/rom/${slug}`}>
              {t('atDoor.toRoom')}
            </ButtonLink>
          </div>
        </form>
      </section>
      <section className="stack" aria-labelledby="damage">
        <SectionHeader id="damage" title={t('atDoor.damageTitle')} />
        <p className="row-of">
          <ButtonLink icon="wrench" href={`/rom/${slug}/skade`}>
            {t('atDoor.damage')}
          </ButtonLink>
        </p>
      </section>
    </div>
  );
}
