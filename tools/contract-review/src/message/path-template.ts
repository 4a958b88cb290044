/** A path template with its parameters by position: names in a template mean nothing on the wire. */
export interface PathTemplate {
  /** `/users/{0}/posts/{1}`. */
  readonly key: string;
  /** The parameters' names in the order of the template. */
  readonly names: readonly string[];
}

export function parsePathTemplate(path: string): PathTemplate {
  const names: string[] = [];
  const key = path.replaceAll(/\{([^{}]*)\}/g, (_, name: string) => {
    names.push(name);
    return `{${String(names.length - 1)}}`;
  });
  return { key, names };
}
