-- Who holds a role, gave it, lends or borrows it is an account that is there. Accounts are never
-- removed: a disabled one keeps its roles and delegations, which give nothing until it is enabled.
-- Where a row names no account this migration stops and names the reference: nothing is dropped.
alter table people.role_grant
  add constraint role_grant_holder foreign key (account_id) references people.account,
  add constraint role_grant_giver foreign key (granted_by) references people.account;

alter table people.delegation
  add constraint delegation_lender foreign key (from_account) references people.account,
  add constraint delegation_borrower foreign key (to_account) references people.account;
