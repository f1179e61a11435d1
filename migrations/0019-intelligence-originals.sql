-- Whether the bytes of a record are known is asked for every record of every import.
create index record_by_original on record (original_sha256);
