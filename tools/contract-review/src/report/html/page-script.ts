/** Keys for those who have JavaScript; the page says everything without. */
export const pageScript: string = `
const findings = () => [...document.querySelectorAll(".finding")].filter((item) => item.offsetParent !== null);
const show = (finding) => {
  finding.focus();
  for (const link of finding.querySelectorAll("a[data-line]")) {
    const line = document.getElementById(link.dataset.line);
    const side = line?.closest(".side");
    if (side) side.scrollTop = line.offsetTop - side.clientHeight / 3;
  }
};
addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target instanceof HTMLInputElement) return;
  const all = findings();
  const at = all.indexOf(document.activeElement?.closest(".finding"));
  if (event.key === "j" || event.key === "k") {
    const next = all[Math.min(Math.max(at + (event.key === "j" ? 1 : -1), 0), all.length - 1)];
    if (next) { event.preventDefault(); show(next); }
  } else if (event.key === "Enter" && at >= 0 && document.activeElement === all[at]) {
    const link = all[at].querySelector("a[data-line]");
    if (link) { event.preventDefault(); link.click(); }
  } else if (event.key === "f") {
    event.preventDefault();
    document.getElementById("show-wire")?.focus();
  }
});
`.trim();
