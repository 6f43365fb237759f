import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button';

type ShareButtonProps = { label: string; text: string };

/** Hands the text to the phone's own share sheet; without one it is copied, and where not even that is allowed, shown. */
export function ShareButton({ label, text }: ShareButtonProps) {
  const { t } = useTranslation('my');
  const [outcome, setOutcome] = useState<'copied' | 'shown' | null>(null);

  async function share() {
    if (typeof navigator.share === 'function') {
      // Closing the sheet without choosing is no fault.
      await navigator.share({ text }).catch(() => undefined);
      return;
    }
    setOutcome((await copy(text)) ? 'copied' : 'shown');
  }

  return (
    <>
      <Button
        type="button"
        variant="primary"
        className="needs-script"
        icon={outcome === 'copied' ? 'check' : 'share'}
        onClick={() => void share()}
      >
        <span role="status">{outcome === 'copied' ? t('share.copied') : label}</span>
      </Button>
      {outcome === 'shown' && (
        <p className="share-text" role="status">
          <b>{t('share.byHand')}</b> {text}
        </p>
      )}
    </>
  );
}

/** Whether the text could be copied: the browser may forbid it, and has no clipboard without encryption. */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
