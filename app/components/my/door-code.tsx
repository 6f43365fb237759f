import { Icon } from '../ui/icon';

export type DoorCodeProps = {
  /** Which door, e.g. "Dørkode til Låven". */
  title: string;
  /** The digits, then the closing key: "471982#". Left out while the code does not exist yet. */
  code?: string | undefined;
  /** The code for screen readers: "4 7 1 9 8 2, så firkant". */
  spokenCode?: string | undefined;
  /** From when to when it works, or when it comes. */
  validity: string;
  /** The code is known but does not work yet. */
  waiting?: boolean | undefined;
};

/** The code on a painted door, large enough to read at arm's length in the dark. */
export function DoorCode({ title, code, spokenCode, validity, waiting }: DoorCodeProps) {
  return (
    <div className={waiting || !code ? 'door-code door-code-waiting' : 'door-code'}>
      <p>{title}</p>
      {code ? <CodeDigits code={code} spokenCode={spokenCode} /> : <NoCode />}
      <p className="door-code-validity num">
        {(waiting || !code) && <Icon name="clock" />}
        {validity}
      </p>
    </div>
  );
}

function CodeDigits({ code, spokenCode }: { code: string; spokenCode: string | undefined }) {
  return (
    <div className="door-code-digits" role="img" aria-label={spokenCode ?? code.split('').join(' ')}>
      {code.split('').map((sign, place) => (
        <span key={place} className={/\d/.test(sign) ? undefined : 'door-code-key'}>
          {sign}
        </span>
      ))}
    </div>
  );
}

function NoCode() {
  return (
    <div className="door-code-digits" aria-hidden="true">
      {[1, 2, 3, 4, 5, 6].map((place) => (
        <span key={place}>·</span>
      ))}
    </div>
  );
}
