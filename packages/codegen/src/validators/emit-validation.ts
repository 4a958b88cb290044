import { validationText } from "./validation-text.ts";

/** Text of the module that all generated validators share; the same for every document. */
export const emitValidation = (): string => validationText;
