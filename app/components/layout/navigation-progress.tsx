import { useNavigation } from '@remix-run/react';

/** A thin line on top while the next page is on its way; the style shows it only to who waits longer than a moment. */
export function NavigationProgress({ label }: { label: string }) {
  const { state } = useNavigation();
  if (state === 'idle') return null;
  return <div className="navigation-progress" role="progressbar" aria-label={label} />;
}
