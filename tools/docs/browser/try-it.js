// Sends a form's request to the mock behind the page and shows the answer, all of it as text.
{
  /** @param {HTMLFormElement} form */
  const inputsOf = (form) => [...form.querySelectorAll("input")];

  /**
   * The address, relative to the page, so that the site works below any path.
   * @param {HTMLFormElement} form
   */
  const addressOf = (form) => {
    const { base = "", path = "" } = form.dataset;
    const inputs = inputsOf(form);
    const filled = inputs
      .filter((input) => input.dataset["in"] === "path")
      .reduce(
        (template, { name, value }) =>
          template.replace(`{${name}}`, () => encodeURIComponent(value)),
        path,
      );
    const url = new URL(`${base}${filled}`, document.baseURI);
    for (const { dataset, name, value } of inputs) {
      if (dataset["in"] === "query" && value !== "") url.searchParams.append(name, value);
    }
    return url;
  };

  /** @param {HTMLFormElement} form */
  const headersOf = (form) => {
    const headers = new Headers({ accept: "application/json" });
    const inputs = inputsOf(form);
    for (const { dataset, name, value } of inputs) {
      if (dataset["in"] === "header" && value !== "") headers.set(name, value);
    }
    /** @param {string} kind */
    const credential = (kind) =>
      inputs.find((input) => input.dataset["credential"] === kind)?.value ?? "";
    const user = credential("username");
    const token = credential("token");
    if (user !== "") {
      const bytes = new TextEncoder().encode(`${user}:${credential("password")}`);
      headers.set("authorization", `Basic ${btoa(String.fromCodePoint(...bytes))}`);
    } else if (token !== "") {
      headers.set("authorization", `Bearer ${token}`);
    }
    return headers;
  };

  /**
   * @param {Element} answer
   * @param {string} title
   * @param {string} text
   */
  const show = (answer, title, text) => {
    const heading = document.createElement("p");
    heading.className = "outcome";
    heading.textContent = title;
    const block = document.createElement("pre");
    block.tabIndex = 0;
    block.textContent = text;
    answer.replaceChildren(heading, ...(text === "" ? [] : [block]));
  };

  /** @param {string} text */
  const pretty = (text) => {
    try {
      return JSON.stringify(JSON.parse(text), null, 2);
    } catch {
      return text;
    }
  };

  /** @param {HTMLFormElement} form @param {Element} answer */
  const send = async (form, answer) => {
    const headers = headersOf(form);
    const body = form.querySelector("textarea");
    if (body?.dataset["mediaType"] !== undefined) {
      headers.set("content-type", body.dataset["mediaType"]);
    }
    const response = await fetch(addressOf(form), {
      method: form.dataset["method"] ?? "GET",
      headers,
      ...(body === null ? {} : { body: body.value }),
      cache: "no-store",
      credentials: "omit",
    });
    const lines = [...response.headers].map(([name, value]) => `${name}: ${value}`);
    const text = pretty(await response.text());
    show(
      answer,
      `${String(response.status)} ${response.statusText}`.trim(),
      [...lines, "", text].join("\n").trim(),
    );
  };

  for (const form of document.querySelectorAll("form")) {
    const answer = form.querySelector(".answer");
    if (answer === null) continue;
    form.hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      send(form, answer).catch((/** @type {unknown} */ error) => {
        show(answer, "No answer", `${String(error)}\nIs the mock still running?`);
      });
    });
  }
}
