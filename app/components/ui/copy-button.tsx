import { useState } from 'react';
import { Button } from './button';

export type CopyButtonProps = {
  text: string;
  labels: { copy: string; copied: string };
};

/** Copies a text and says so. Shown only where scripts run. */
export function CopyButton({ text, labels }: CopyButtonProps) {
  const [copied, setCopied] = useState(false);

  async function copy() {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  }

  return (
    <Button type="button" className="needs-script" icon={copied ? 'check' : 'copy'} onClick={() => void copy()}>
      <span role="status">{copied ? labels.copied : labels.copy}</span>
    </Button>
  );
}
