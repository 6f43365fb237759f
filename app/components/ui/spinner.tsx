/** Something is on its way. The words stand still when motion is unwanted. */
export function Spinner({ label }: { label: string }) {
  return (
    <span className="spinner" role="status">
      <span className="spinner-mark" aria-hidden="true" />
      {label}
    </span>
  );
}
