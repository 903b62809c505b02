-- The sealer settles rows by their ids and by which transactions still run: before an insert its
-- transaction takes its number (store.number_transaction). No row needs to keep that number.
alter table people.audit drop column txid;
