interface Told {
  readonly expected: string;
  readonly received: string;
  readonly hint: string;
}

const verbs: Readonly<Record<string, string>> = {
  scandir: "cannot read the folder",
  mkdir: "cannot make the folder",
  open: "cannot open the file",
  read: "cannot read the file",
  write: "cannot write the file",
  rename: "cannot replace the file",
  unlink: "cannot remove the file",
  rm: "cannot remove the file",
  lstat: "cannot look at",
  stat: "cannot look at",
  watch: "cannot watch the folder",
};

const notAllowed: Omit<Told, "received"> = {
  expected: "a place where this user may read and write",
  hint: "Give this user the right to it, or name another folder with --out",
};

const told: Readonly<Record<string, Told>> = {
  ENOTDIR: {
    expected: "a folder, or nothing there yet",
    received: "a file where a folder should be",
    hint: "Name a folder with --out",
  },
  EEXIST: {
    expected: "a folder, or nothing there yet",
    received: "something that is no folder, e.g. a link that leads nowhere",
    hint: "Remove it, or name another folder with --out",
  },
  EISDIR: {
    expected: "a file, or nothing there yet",
    received: "a folder where a file should be",
    hint: "Remove the folder, or name another one with --out",
  },
  ENOENT: {
    expected: "a place where folders and files can be made",
    received: "nothing there, and it cannot be made",
    hint: "Check the path; it is relative to the folder the command runs in",
  },
  EACCES: { ...notAllowed, received: "permission denied" },
  EPERM: { ...notAllowed, received: "permission denied" },
  EROFS: { ...notAllowed, received: "a file system that is read-only" },
  ENOSPC: {
    expected: "room for the output",
    received: "a file system that is full",
    hint: "Make room, then generate again; what was written so far is whole",
  },
  ENAMETOOLONG: {
    expected: "a path that the file system can hold",
    received: "a name that is too long",
    hint: "Name another folder with --out",
  },
  ELOOP: {
    expected: "a folder, or nothing there yet",
    received: "links that lead to each other",
    hint: "Remove them, or name another folder with --out",
  },
};

/** An error of the file system for a person: what failed, where, and what to do about it. */
export const tellIoError = (error: NodeJS.ErrnoException & { readonly dest?: string }): string => {
  const { code = "", syscall = "" } = error;
  // What is renamed is a temporary file; a person knows what it is renamed to.
  const path = error.dest ?? error.path;
  const verb = verbs[syscall];
  const { expected, received, hint } = told[code] ?? {};
  if (verb === undefined || path === undefined || expected === undefined) return error.message;
  return [
    `${verb} ${JSON.stringify(path)}`,
    `  expected: ${expected}`,
    `  received: ${received} (${code})`,
    `  hint:     ${hint}`,
  ].join("\n");
};
