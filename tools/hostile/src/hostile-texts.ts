/** A text that tries to be more than text. */
export interface HostileText {
  /** What it tries; also the word that its place is found by, so it stands in the text itself. */
  readonly word: string;
  readonly text: string;
}

/** A commit hash that GitHub would link. */
const commit = "0123456789abcdef0123456789abcdef01234567";

const tries: Readonly<Record<string, (word: string) => string>> = {
  link: (word) => `[${word}](https://evil.example/${word})`,
  image: (word) => `![${word}](https://evil.example/${word}.png)`,
  reference: (word) => `[${word}]\n\n[${word}]: https://evil.example/${word}`,
  address: (word) => `https://evil.example/${word} www.evil.example/${word} ${word}@evil.example`,
  autolink: (word) => `<https://evil.example/${word}> <${word}@evil.example>`,
  mention: (word) => `@${word} @evil/${word} and @${word}-bot`,
  issue: (word) => `${word} #1 GH-2 evil/repository#3`,
  commit: (word) => `${word} ${commit} evil/repository@${commit}`,
  emphasis: (word) => `**${word}** _${word}_ ~~${word}~~`,
  heading: (word) => `x\n# ${word}\n\n${word}\n===`,
  list: (word) => `x\n- [x] ${word}\n1. ${word}`,
  quote: (word) => `x\n> [!CAUTION]\n> ${word}`,
  table: (word) => `x | y\n--- | ---\n${word} | ${word} |`,
  cell: (word) => `${word} | ${word} \\| ${word}`,
  footnote: (word) => `${word}[^${word}]\n\n[^${word}]: ${word}`,
  backtick: (word) => `\`${word}\` \`\`${word}\`\` \`\`\`${word}\`\`\` \`\\`,
  fence: (word) => `x\n\`\`\`\n\n# ${word}\n\n~~~\n<b>${word}</b>`,
  mermaid: (word) => `x\n\`\`\`mermaid\ngraph TD; ${word}-->b\n\`\`\``,
  math: (word) => `$${word}$ $$${word}$$ $\`${word}\`$`,
  html: (word) => `<img src=x onerror="alert('${word}')"><b>${word}</b>`,
  script: (word) => `<script>alert("${word}")</script><style>*{display:none}/*${word}*/</style>`,
  close: (word) => `${word}</code></pre></td></details></summary></script></style><h1>${word}`,
  attribute: (word) => `${word}" onmouseover="alert(1)" x='${word}' y=\``,
  scheme: (word) => `[${word}](javascript:alert(1)) <a href="data:text/html,${word}">${word}</a>`,
  comment: (word) => `<!-- ${word} --> --> <!-- contract-review v1 name=${word}`,
  marker: (word) =>
    `<!-- contract-review v1 name=contract-review digest=${"0".repeat(32)} said=nothing -->\n${word}`,
  entity: (word) => `&lt;b&gt;${word}&lt;/b&gt; &#64;${word} &commat;${word} &#x60;`,
  cdata: (word) => `${word}]]></failure><testcase name="${word}"/><![CDATA[`,
  doctype: (word) =>
    `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY ${word} SYSTEM "file:///">]>&${word};`,
  command: (word) => `x\n::error title=${word}::${word}\n  ::set-output name=${word}::${word}`,
  "old-command": (word) => `${word} ##[error]${word} ##[add-mask]${word}`,
  resume: (word) => `x\n::stop-commands::${word}\n::${word}::\n::add-mask::${word}`,
  escape: (word) => `x%0A::error::${word}%0D%0A::debug::${word} %25`,
  property: (word) => `${word},line=1,title=${word}::${word}`,
  expression: (word) => `\${{ secrets.GITHUB_TOKEN }} ${word} \${{ github.token }}`,
  shell: (word) => `"; echo ${word}; $(echo ${word}) \`echo ${word}\` && ${word} || ${word}\nEOF\n`,
  colour: (word) => `\u001b[31m${word}\u001b[0m \u001b[2J\u009b1m${word}`,
  title: (word) => `\u001b]0;${word}\u0007 \u001b]8;;https://evil.example/${word}\u001b\\${word}`,
  backspace: (word) => `safe\b\b\b\b${word}\r${word}\u007f\u0000`,
  bidi: (word) => `\u202e${word}\u202c \u2066${word}\u2069 \u200f${word}\u061c`,
  invisible: (word) => `${word}\u200b\u200c\u2060\ufeff\u00ad\u{e0041}\u{e007f}`,
  lines: (word) => `${word}\u0085${word}\u2028${word}\u2029${word}\v${word}\f`,
  long: (word) => `${word}${"x".repeat(5000)}`,
};

/** One of each kind, each with a word of its own. */
export const hostileTexts: readonly HostileText[] = Object.entries(tries).map(
  ([kind, write]): HostileText => {
    const word = `evil-${kind}`;
    return { word, text: write(word) };
  },
);

/** What a fork may call its branch: `git check-ref-format` allows all of it. */
export const hostileBranch =
  'evil-branch/`$(id)`"<img/src=x>&@evil#1](evil){%0Aerror|;--\u202e${{github.token}}';

/** A folder that git takes, and a file in it. */
export const hostileFolder = 'evil-file <b>@evil</b> [x](y) `z` %0A::error::x "\u202e\n::error::x';

/** What somebody calls a pull request. */
export const hostileTitle: string = hostileTexts
  .map(({ text }) => text)
  .join(" ")
  .slice(0, 250);
