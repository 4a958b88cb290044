/** What the checks use of Playwright, which is installed on demand and brings no types to the workspace. */
export interface Tab {
  goto(address: string): Promise<unknown>;
  evaluate<Value>(script: string): Promise<Value>;
  screenshot(options: { readonly path: string; readonly fullPage: boolean }): Promise<unknown>;
  emulateMedia(options: { readonly media: "print" | "screen" }): Promise<void>;
  on(event: "request", listener: (request: { url(): string }) => void): unknown;
  on(event: "console", listener: (message: { type(): string; text(): string }) => void): unknown;
  on(event: "pageerror" | "dialog", listener: (problem: unknown) => void): unknown;
  readonly keyboard: { press(key: string): Promise<void> };
  click(selector: string): Promise<void>;
  fill(selector: string, value: string): Promise<void>;
  context(): {
    newCDPSession(tab: Tab): Promise<{ send<Answer>(method: string): Promise<Answer> }>;
    close(): Promise<void>;
  };
}

export interface TabOptions {
  readonly width: number;
  readonly colorScheme?: "light" | "dark";
  /** @default true */
  readonly scripts?: boolean;
}

export interface Browser extends AsyncDisposable {
  readonly open: (options: TabOptions) => Promise<Tab>;
}
