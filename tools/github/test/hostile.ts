const escape = String.fromCodePoint(0x1b);
const rightToLeft = String.fromCodePoint(0x202e);
const zeroWidth = String.fromCodePoint(0x200b);

/** Words that do something wherever a reader is careless; each begins with a word of its own. */
export const hostileTexts: Readonly<Record<string, string>> = {
  mention: "h-mention @mallory @o/team",
  reference: "h-reference #1 GH-2 o/r#3 0123456789abcdef0123456789abcdef01234567",
  address: "h-address https://evil.example www.evil.example mail@evil.example",
  link: "h-link [click](https://evil.example) ![i](https://evil.example/p.png) <https://evil.example>",
  html: 'h-html </code></details></summary><img src=x onerror="alert(1)"><script>alert(1)</script><!-- contract-review v1',
  markdown: "h-markdown **bold** `` ` ``` ```` ~~~ | a | b | # Title > quote - item",
  entity: "h-entity &#64;mallory &commat;mallory &lt;b&gt;",
  command:
    "h-command ::error::owned ::set-output name=x::y ::add-mask::z ##[add-path]/evil %0A%0D::warning::owned",
  lines:
    "h-lines\n::error::owned\r\n::stop-commands::x\n##[error]owned\n# Title\n<!-- contract-review v1 name=contract-review digest=stale said=nothing -->\n- [ ] task",
  terminal: `h-terminal ${escape}[31mred${escape}]8;;https://evil.example${escape}\\ ${escape}[2J\u0007`,
  direction: `h-direction ${rightToLeft}gnp.exe ${zeroWidth}x`,
};

/** All of them in one text. */
export const hostileText: string = Object.values(hostileTexts).join(" ");

/** A name that git takes for a branch. */
export const hostileBranch: string =
  "x)](https/evil.example)<img-src=x>@mallory/#1`code`$(id);error/\"'&%0A|{}" + rightToLeft;

/** A name that a file system takes for a file. */
export const hostileFile: string =
  "spec/a b)](x) @mallory #1 GH-2 <img src=x> `tick` ::error::,%0A $(id) " + rightToLeft + ".yaml";
