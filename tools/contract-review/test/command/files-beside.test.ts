import { rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createRepository } from "./repository.ts";

const main = (reference: string): string => `openapi: 3.1.1
info: { title: Shop, version: 1.0.0 }
paths:
  /pets:
    get:
      operationId: listPets
      responses:
        "200":
          description: Fine
          content:
            application/json:
              schema: { $ref: "${reference}" }
`;
const pet = (most: number): string => `type: object
properties:
  name: { $ref: "./parts/name.yaml#/Name" }
  tags: { type: array, maxItems: ${String(most)}, items: { $ref: "pet.yaml" } }
`;
const name = "Name: { type: string, maxLength: 20 }\n";

function shop(reference = "schemas/pet.yaml") {
  const repository = createRepository();
  repository.write("api/openapi.yaml", main(reference));
  repository.write("api/schemas/pet.yaml", pet(3));
  repository.write("api/schemas/parts/name.yaml", name);
  repository.write("outside.yaml", "type: string\n");
  repository.commit("base");
  return repository;
}

const wire = ["--promise", "wire", "api/openapi.yaml"];

describe("a document of several files", () => {
  it("says nothing where no file changed", async () => {
    const { status, out } = await shop().review("--base", "HEAD", ...wire, "--allow", "none");
    expect([status, out.includes("Both documents mean the same")]).toEqual([0, true]);
  });

  it("finds in another file what broke there, of a ref and of the working tree", async () => {
    const repository = shop();
    repository.write("api/schemas/pet.yaml", pet(5));
    const edited = await repository.review("--base", "HEAD", ...wire);
    expect(edited.status).toBe(1);
    expect(edited.out).toContain("response-body-maxItems");
    expect(edited.out).toContain("api/schemas/pet.yaml:4:24");
    repository.commit("head");
    const committed = await repository.review("--base", "HEAD~1", "--head", "HEAD", ...wire);
    expect([committed.status, committed.out.includes("response-body-maxItems")]).toEqual([1, true]);
  });

  it("asks the compiler too where only another file changed", async () => {
    const repository = shop();
    repository.write("api/schemas/parts/name.yaml", "Name: { type: integer }\n");
    const { out } = await repository.review("--base", "HEAD", "api/openapi.yaml");
    expect(out).toContain("response-source-not-assignable");
  });

  it("says nothing where a schema moved into a file of its own", async () => {
    const repository = shop();
    repository.write(
      "api/schemas/pet.yaml",
      pet(3).replace("./parts/name.yaml#/Name", "text.yaml"),
    );
    repository.write("api/schemas/text.yaml", "{ type: string, maxLength: 20 }\n");
    const { status } = await repository.review("--base", "HEAD", ...wire, "--allow", "none");
    expect(status).toBe(0);
  });

  it("reads the files beside two files that are compared", async () => {
    const repository = shop();
    const { status, out } = await repository.review(
      "--base=api/openapi.yaml",
      "--head=api/openapi.yaml",
      "--allow=none",
      "--promise=wire",
    );
    expect([status, out.includes("mean the same")]).toEqual([0, true]);
  });

  it.each([
    { name: "out of the folder", given: "../outside.yaml" },
    { name: "to another host", given: "https://example.com/pet.yaml" },
    { name: "to a file that is not there", given: "schemas/none.yaml" },
  ])("refuses a reference $name, with its place", async ({ given }) => {
    const { status, err } = await shop(given).review("--base", "HEAD", ...wire);
    expect([status, err.includes("api/openapi.yaml:12:")]).toEqual([2, true]);
  });

  it("follows no symbolic link out of the folder, of a ref either", async () => {
    const repository = shop();
    rmSync(join(repository.root, "api/schemas/pet.yaml"));
    symlinkSync("../../outside.yaml", join(repository.root, "api/schemas/pet.yaml"));
    const edited = await repository.review("--base", "HEAD", ...wire);
    repository.commit("head");
    const committed = await repository.review("--base", "HEAD~1", "--head", "HEAD", ...wire);
    expect([edited.status, committed.status]).toEqual([2, 2]);
  });
});
