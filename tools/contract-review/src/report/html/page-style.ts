/** The page's own style: no font, image or sheet comes from elsewhere. */
export const pageStyle: string = `
:root { color-scheme: light dark; --line: light-dark(#d0d7de, #3d444d); --soft: light-dark(#f6f8fa, #161b22);
  --ink: light-dark(#1f2328, #e6edf3); --paper: light-dark(#ffffff, #0d1117); --dim: light-dark(#59636e, #9198a1);
  --red: light-dark(#b42318, #ff7b72); --amber: light-dark(#8a5a00, #e3b341); --green: light-dark(#1a7f37, #56d364);
  --mark: light-dark(#fff3c4, #3b2e00); --focus: light-dark(#0550ae, #79c0ff); }
* { box-sizing: border-box; }
body { margin: 0; font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); }
code, pre { font: 13px/1.45 ui-monospace, monospace; }
a { color: var(--focus); }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
.skip { position: absolute; left: -100vw; } .skip:focus { left: 1rem; top: 1rem; background: var(--paper); padding: .5rem; }
header, main, footer { max-width: 100rem; margin: 0 auto; padding: 1rem; }
h1 { font-size: 1.4rem; margin: 0 0 .25rem; } h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; overflow-wrap: anywhere; } h3 { font-size: 1rem; margin: 0; }
main > h2:first-child { margin-top: 0; } h3 code { font-size: .95em; font-weight: 700; }
.dim { color: var(--dim); }
fieldset { border: 1px solid var(--line); border-radius: .4rem; display: inline-flex; flex-wrap: wrap; gap: .25rem 1rem; margin: .5rem .5rem 0 0; padding: .35rem .75rem; }
.finding { border: 1px solid var(--line); border-left-width: .3rem; border-radius: .4rem; padding: .75rem 1rem; margin: .75rem 0; overflow-wrap: anywhere; }
.finding[data-answer=breaking] { border-left-color: var(--red); } .finding[data-answer=undecided] { border-left-color: var(--amber); }
.finding[data-answer=compatible] { border-left-color: var(--green); }
.tag { border: 1px solid var(--line); border-radius: 1rem; padding: 0 .6rem; font-size: .8rem; white-space: nowrap; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem; margin: .5rem 0; } dt { color: var(--dim); } dd { margin: 0; min-width: 0; }
.block { background: var(--soft); border: 1px solid var(--line); border-radius: .4rem; padding: .6rem; overflow: auto; max-height: 24rem; margin: .5rem 0; white-space: pre-wrap; overflow-wrap: anywhere; }
.sides { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; }
.side { border: 1px solid var(--line); border-radius: .4rem; overflow: auto; max-height: 85vh; background: var(--soft); }
.side h3 { position: sticky; top: 0; left: 0; background: var(--paper); border-bottom: 1px solid var(--line); padding: .4rem .75rem; z-index: 1; }
.side ol { list-style: none; margin: 0; padding: 0; width: max-content; min-width: 100%; font: 12.5px/1.5 ui-monospace, monospace; }
.side li { display: flex; gap: .75rem; padding-right: .75rem; white-space: pre; }
.side li:target, .side li.hit { background: var(--mark); }
.side li.gap { color: var(--dim); padding-left: 4.5rem; }
.side .n { flex: none; width: 3.5rem; text-align: right; color: var(--dim); user-select: none; }
.side .m { flex: none; display: inline-flex; gap: .2rem; min-width: 1.5rem; } .m a { text-decoration: none; }
body:has(#show-wire:not(:checked)) .finding[data-promise=wire],
body:has(#show-source:not(:checked)) .finding[data-promise=source],
body:has(#show-request:not(:checked)) .finding[data-direction=request],
body:has(#show-response:not(:checked)) .finding[data-direction=response],
body:has(#show-document:not(:checked)) .finding[data-direction=document],
body:has(#show-compatible:not(:checked)) .finding[data-answer=compatible] { display: none; }
@media (max-width: 60rem) { .sides { grid-template-columns: minmax(0, 1fr); } .side { max-height: 60vh; } }
@media (hover: none) { .keys { display: none; } }
@media print { .side { max-height: none; } }
`.trim();
