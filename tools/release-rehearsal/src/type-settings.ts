/** One way in which a consumer may compile. */
export interface TypeSetting {
  readonly compiler: Compiler;
  readonly resolution: Resolution;
  readonly strictness: Strictness;
  readonly platform: Platform;
}

export const compilers = [
  "typescript-5.4",
  "typescript-5.9",
  "typescript-6",
  "typescript-7",
] as const;
export type Compiler = (typeof compilers)[number];

export const resolutions = ["nodenext", "bundler"] as const;
export type Resolution = (typeof resolutions)[number];

/** `exactOptionalPropertyTypes` needs `strictNullChecks`, so there are three combinations, not four. */
export const strictnesses = ["exact", "strict", "no-null-checks"] as const;
export type Strictness = (typeof strictnesses)[number];

/** Where a consumer's `Request` and `AbortSignal` come from; `neither` has none. */
export const platforms = ["dom", "node", "neither"] as const;
export type Platform = (typeof platforms)[number];

/** Every combination. */
export const typeSettings: readonly TypeSetting[] = compilers.flatMap((compiler) =>
  resolutions.flatMap((resolution) =>
    strictnesses.flatMap((strictness) =>
      platforms.map((platform) => ({ compiler, resolution, strictness, platform })),
    ),
  ),
);

/** A consumer's `tsconfig.json`. Declarations of libraries are checked too: that is what is tried. */
export function tsconfigOf(setting: TypeSetting, typesDirectory: string): object {
  const { resolution, strictness, platform } = setting;
  return {
    compilerOptions: {
      noEmit: true,
      skipLibCheck: false,
      strict: true,
      strictNullChecks: strictness !== "no-null-checks",
      exactOptionalPropertyTypes: strictness === "exact",
      target: "es2022",
      module: resolution === "nodenext" ? "nodenext" : "esnext",
      moduleResolution: resolution,
      lib: platform === "dom" ? ["es2022", "dom"] : ["es2022"],
      typeRoots: [typesDirectory],
      types: platform === "node" ? ["node"] : [],
    },
    files: consumersOf(setting),
  };
}

/** The programs that compile in a setting: not all can where there is no platform. */
export function consumersOf({ platform }: TypeSetting): readonly string[] {
  return platform === "neither" ? ["consumer.ts"] : ["consumer.ts", "consumer-platform.ts"];
}

export function describeSetting(setting: TypeSetting): string {
  return `${setting.strictness}, ${setting.platform}`;
}
