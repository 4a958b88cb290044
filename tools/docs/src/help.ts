/** What `--help` prints. */
export const help: string = `The reference page: a static site rendered from the document.

Usage: pnpm run docs [--port <number>]
       pnpm docs:build [--out <folder>]

  --port <number>  where the site is served on 127.0.0.1; 0 is any free port
                   (default: 4800)
  --out <folder>   where the site is written; an empty folder, or one that this
                   command wrote (default: tools/docs/dist)
  -h, --help       this text

\`pnpm docs\` without \`run\` is a command of pnpm's own and opens a package's
documentation; it cannot be replaced by a script.

The served site has the mock behind it, so that "try it" works, and is rendered
again when its sources have changed. The mock answers what the generated
contract says: after \`pnpm generate\`, start again. Ctrl-C ends it.

Exit status: 0 done; 1 the document has errors; 2 a port in use, a folder that
holds something else, a file that cannot be read; 3 wrong arguments.`;
