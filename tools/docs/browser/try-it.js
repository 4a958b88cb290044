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
   * @param {HTMLFormElement} form
   * @param {string} outcome
   * @param {readonly Element[]} content
   */
  const show = (form, outcome, content) => {
    const line = form.querySelector("[role=status]");
    if (line !== null) line.textContent = outcome;
    form.querySelector(".answer")?.replaceChildren(...content);
  };

  /** @param {string} text */
  const block = (text) => {
    const element = document.createElement("pre");
    element.tabIndex = 0;
    element.textContent = text;
    return element;
  };

  /** @param {Headers} headers */
  const headersBlock = (headers) => {
    const details = document.createElement("details");
    const summary = document.createElement("summary");
    summary.textContent = "Headers of the answer";
    details.append(summary, block([...headers].map((header) => header.join(": ")).join("\n")));
    return details;
  };

  /** @param {string} text */
  const pretty = (text) => {
    try {
      return JSON.stringify(JSON.parse(text), null, 2);
    } catch {
      return text;
    }
  };

  /** @param {HTMLFormElement} form */
  const send = async (form) => {
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
    const text = await response.text();
    const content = text === "" ? [] : [block(pretty(text))];
    const outcome = `${String(response.status)} ${response.statusText}`.trim();
    show(form, outcome, [...content, headersBlock(response.headers)]);
  };

  for (const form of document.querySelectorAll("form")) {
    form.hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      send(form).catch((/** @type {unknown} */ error) => {
        show(form, `No answer (${String(error)}). Is the mock still running?`, []);
      });
    });
  }
}
