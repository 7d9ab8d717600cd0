-- Finds the last decision on an operation without reading all commands there ever were.
create index command_of_operation on command (operation_id) where operation_id is not null;
