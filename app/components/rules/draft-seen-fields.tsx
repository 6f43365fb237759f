/** Which draft the form was filled in from: somebody else's change since then is not overwritten. */
export function DraftSeenFields({ draft: { id, version } }: { draft: { readonly id: string; readonly version: number } }) {
  return (
    <>
      <input type="hidden" name="draft" value={id} />
      <input type="hidden" name="versjon" value={version} />
    </>
  );
}
