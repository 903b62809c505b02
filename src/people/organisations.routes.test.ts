import { afterAll, beforeAll, expect, test } from "vitest";
import { onBothEngines } from "../../test/harness/engines.ts";
import {
  accountHeader,
  chaoyang,
  city,
  haidian,
  seedPeople,
  serveAs,
  street,
} from "../../test/harness/people.ts";
import type { Server } from "../http/server.ts";
import type { Organisation } from "./contract.ts";
import { rightsRoutes } from "./routes/rights.ts";

const base = "/api/v1/people/organisations";

onBothEngines("organisations", (engine) => {
  let server: Server;
  const now = new Date("2026-03-16T01:42:00Z");

  beforeAll(async () => {
    await seedPeople(engine.db, {
      mayor: [{ role: "administrator", scope: city }],
      chief: [{ role: "administrator", scope: chaoyang }],
      officer: [{ role: "district_officer", scope: chaoyang }],
      tenant: [{ role: "resident", scope: street }],
      nobody: [],
    });
    server = await serveAs(engine.db, [rightsRoutes({ clock: () => now })], () => now);
  });
  afterAll(() => server.close());

  type Ask = { method?: "GET" | "POST" | "PATCH" | "DELETE"; body?: object; tag?: string };
  const ask = async (as: string | undefined, path: string, asked: Ask = {}) => {
    const headers: Record<string, string> = {};
    if (as !== undefined) headers[accountHeader] = as;
    if (asked.tag !== undefined) headers["if-match"] = asked.tag;
    const answer = await server.inject({
      method: asked.method ?? "GET",
      url: `${base}${path}`,
      headers,
      ...(asked.body ? { payload: asked.body } : {}),
    });
    return { status: answer.statusCode, body: answer.json(), etag: String(answer.headers["etag"]) };
  };
  const pathsOf = (body: { organisations: Organisation[] }) =>
    body.organisations.map(({ path }) => path);
  const create = (as: string, path: string, kind = "subdistrict") => {
    const [code, parent] = [
      path.slice(path.lastIndexOf(".") + 1),
      path.slice(0, path.lastIndexOf(".")),
    ];
    return ask(as, "", {
      method: "POST",
      body: { parent, code, kind, title: { zh: "新", en: "New" } },
    });
  };

  test("are listed in the order of the tree, to each as far as their role reaches", async () => {
    const all = [city, chaoyang, street, haidian];
    expect(pathsOf((await ask("mayor", "")).body)).toEqual(all);
    expect(pathsOf((await ask("officer", "")).body)).toEqual(all);
    expect(pathsOf((await ask("tenant", "")).body)).toEqual([street]);
    expect(pathsOf((await ask("mayor", `?under=${chaoyang}`)).body)).toEqual([chaoyang, street]);
  });

  test.each([
    ["nobody", 403],
    [undefined, 403],
  ])("are not listed to %s", async (as, status) => {
    const answer = await ask(as, "");
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject({
      code: "not_allowed",
      refusal: { act: "list", kind: "organisation", signedIn: as !== undefined },
    });
  });

  test("are read with the tag by which they are changed", async () => {
    const one = await ask("tenant", `/${street}`);
    expect(one).toMatchObject({ status: 200, etag: '"1"', body: { path: street, version: 1 } });
    expect((await ask("tenant", `/${chaoyang}`)).status).toBe(403);
    expect((await ask("mayor", "/110000.999999")).body.code).toBe("organisation_missing");
  });

  test("are created by administrators below their own scope, in their place", async () => {
    expect((await create("chief", `${chaoyang}.002`)).status).toBe(201);
    expect((await create("chief", `${chaoyang}.002`)).body.code).toBe("organisation_exists");
    expect((await create("chief", `${haidian}.002`)).body.code).toBe("not_allowed");
    expect((await create("officer", `${chaoyang}.003`)).body.code).toBe("not_allowed");
    const misplaced = await create("mayor", `${chaoyang}.004`, "community");
    expect(misplaced).toMatchObject({ status: 422, body: { code: "organisation_misplaced" } });
    expect((await create("mayor", `${city}.1.1`)).body.code).toBe("organisation_missing");
  });

  test("are changed only on the version that was read", async () => {
    const change = (tag?: string) =>
      ask("chief", `/${street}`, {
        method: "PATCH",
        body: { title: { zh: "改名", en: "Renamed" } },
        ...(tag === undefined ? {} : { tag }),
      });
    expect(await change()).toMatchObject({ status: 428, body: { code: "version_missing" } });
    expect(await change("*")).toMatchObject({ status: 428 });
    expect(await change('"1"')).toMatchObject({
      status: 200,
      etag: '"2"',
      body: { title: { en: "Renamed" }, version: 2 },
    });
    expect(await change('"1"')).toMatchObject({
      status: 412,
      body: { code: "changed_meanwhile", refusal: { version: 2, given: 1 } },
    });
  });

  test("are closed when nothing rests on them, and are then no place for anything", async () => {
    const close = (path: string, tag: string) =>
      ask("mayor", `/${path}`, { method: "DELETE", tag });
    expect(await close(chaoyang, '"1"')).toMatchObject({
      status: 409,
      body: { code: "organisation_in_use", refusal: { organisations: 2, grants: 3 } },
    });
    const closed = await close(`${chaoyang}.002`, '"1"');
    expect(closed).toMatchObject({ status: 200, body: { closedAt: "2026-03-16T01:42:00Z" } });
    expect(await close(`${chaoyang}.002`, '"2"')).toMatchObject({
      body: { code: "organisation_closed" },
    });
    expect((await create("mayor", `${chaoyang}.002.1`, "community")).body.code).toBe(
      "organisation_closed",
    );
    expect(pathsOf((await ask("mayor", "")).body)).not.toContain(`${chaoyang}.002`);
    expect(pathsOf((await ask("mayor", "?closed=true")).body)).toContain(`${chaoyang}.002`);
  });
});
