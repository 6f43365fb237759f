import type { QrDrawing } from '~/lib/qr/qr-code';

/** A QR code, dark on light in every theme: readers need it so. What it leads to should stand beside it in words. */
export function QrPicture({ drawing, label }: { drawing: QrDrawing; label: string }) {
  const { size, path } = drawing;
  return (
    <svg className="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <path fill="#fff" d={`M0 0h${size}v${size}H0z`} />
      <path fill="#000" d={path} />
    </svg>
  );
}
