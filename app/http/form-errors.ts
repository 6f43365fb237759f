/** Field → code of what is wrong with it; the page finds the sentence. A form-wide refusal stands under `form`. */
export type FormErrors = Record<string, string>;
