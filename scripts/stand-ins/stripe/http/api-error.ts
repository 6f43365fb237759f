type ApiErrorType = 'invalid_request_error' | 'card_error' | 'idempotency_error' | 'api_error';

interface ApiErrorDetails {
  status?: number;
  type?: ApiErrorType;
  code?: string;
  param?: string;
  declineCode?: string;
  charge?: string;
  /**
   * Stripe keeps an answer under its idempotency key only once execution has begun:
   * a request that never passed validation may be corrected and sent again under the same key.
   */
  executionStarted?: boolean;
}

/** An answer in Stripe's error shape: `{error: {type, code, param, message}}`. */
export class ApiError extends Error {
  readonly status: number;
  readonly executionStarted: boolean;
  private readonly details: ApiErrorDetails;

  constructor(message: string, details: ApiErrorDetails = {}) {
    super(message);
    this.details = details;
    this.status = details.status ?? 400;
    this.executionStarted = details.executionStarted ?? false;
  }

  body(): { error: Record<string, string> } {
    const { type, code, param, declineCode, charge } = this.details;
    return {
      error: {
        ...(charge === undefined ? {} : { charge }),
        ...(code === undefined ? {} : { code }),
        ...(declineCode === undefined ? {} : { decline_code: declineCode }),
        message: this.message,
        ...(param === undefined ? {} : { param }),
        type: type ?? 'invalid_request_error',
      },
    };
  }
}

/** The parameters themselves are wrong; nothing has been executed. */
export function invalidParameter(message: string, param: string, code?: string): ApiError {
  return new ApiError(message, { param, ...(code === undefined ? {} : { code }) });
}

/** The parameters are well formed, but the object is not in a state that allows the request. */
export function refusedByState(message: string, code: string, param?: string): ApiError {
  return new ApiError(message, { code, executionStarted: true, ...(param === undefined ? {} : { param }) });
}

export function noSuchObject(kind: string, id: string, param = 'id', status = 404): ApiError {
  return new ApiError(`No such ${kind}: '${id}'`, { status, code: 'resource_missing', param });
}

/** Stripe can do this and the stand-in cannot: refused loudly rather than answered wrongly. */
export function notSimulated(what: string, param?: string): ApiError {
  return new ApiError(`${what} is not simulated by this stand-in of Stripe.`, {
    code: 'not_simulated',
    ...(param === undefined ? {} : { param }),
  });
}
