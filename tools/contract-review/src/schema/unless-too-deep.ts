/** The end of the stack is an answer about the schemas, which nest too deeply, and no failure. */
export function unlessTooDeep<Answer>(ask: () => Answer, otherwise: Answer): Answer {
  try {
    return ask();
  } catch (error) {
    if (error instanceof RangeError) return otherwise;
    throw error;
  }
}
