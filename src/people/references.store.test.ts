import { beforeAll, expect, test } from "vitest";
import { onBothEngines } from "../../test/harness/engines.ts";
import { chaoyang, seedPeople } from "../../test/harness/people.ts";
import { system } from "../base/actor.ts";
import { sql, type Fragment } from "../store/sql.ts";

onBothEngines("roles and delegations", (engine) => {
  beforeAll(() =>
    seedPeople(engine.db, { lin: [{ role: "planner", scope: chaoyang }], wu: [], zhao: [] }),
  );
  const run = (statement: Fragment) =>
    engine.db.transaction(system("test"), (tx) => tx.query(statement));

  const grant = (account: string, giver: string | null, scope: string) => sql`
    insert into people.role_grant (grant_id, account_id, role, scope, granted_by, granted_at)
    values (${`${account}-t`}, ${account}, 'reviewer', ${scope}, ${giver}, now())`;
  const delegation = (from: string, to: string) => sql`
    insert into people.delegation
      (delegation_id, from_account, to_account, role, scope, since, until)
    values (${`${from}-${to}`}, ${from}, ${to}, 'planner', ${chaoyang}, now(), now() + '1 day')`;

  test.each([
    ["role_grant_holder", grant("ghost", null, chaoyang)],
    ["role_grant_giver", grant("wu", "ghost", chaoyang)],
    ["role_grant_scope_fkey", grant("wu", null, "110000.nowhere")],
    ["delegation_lender", delegation("ghost", "wu")],
    ["delegation_borrower", delegation("wu", "ghost")],
  ])("name only what is there (%s)", async (constraint, statement) => {
    await expect(run(statement)).rejects.toMatchObject({ state: "23503", constraint });
  });

  test("keep the accounts that they name", async () => {
    await run(delegation("wu", "zhao"));
    for (const id of ["lin", "wu", "zhao"]) {
      const removing = run(sql`delete from people.account where account_id = ${id}`);
      await expect(removing).rejects.toMatchObject({ state: "23503" });
    }
  });
});
