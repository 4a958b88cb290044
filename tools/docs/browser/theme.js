// Light, dark, or as the system has it. A plain script, because a page that is opened from a disk
// loads no modules; in the head, so that no page is painted in the wrong colours first.
{
  const names = ["system", "light", "dark"];
  const key = "flex-channels-theme";
  const root = document.documentElement;

  /** A browser may refuse storage; then the choice lasts as long as the page. */
  const stored = () => {
    try {
      return localStorage.getItem(key) ?? "system";
    } catch {
      return "system";
    }
  };

  /** @param {string} name */
  const apply = (name) => {
    if (name === "light" || name === "dark") root.dataset["theme"] = name;
    else delete root.dataset["theme"];
  };

  let current = names.includes(stored()) ? stored() : "system";
  apply(current);

  document.addEventListener("DOMContentLoaded", () => {
    const button = document.getElementById("theme");
    if (button === null) return;
    const show = () => {
      button.textContent = `Theme: ${current}`;
    };
    button.hidden = false;
    show();
    button.addEventListener("click", () => {
      current = names[(names.indexOf(current) + 1) % names.length] ?? "system";
      apply(current);
      show();
      try {
        localStorage.setItem(key, current);
      } catch {
        // No storage: the next page starts as the system has it.
      }
    });
  });
}
