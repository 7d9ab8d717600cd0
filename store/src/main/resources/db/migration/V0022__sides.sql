-- An app's containers, network and ports are on one of two sides. An update of an app without volumes is set up
-- on the free one while the other serves. Writer: the steps of the deployment's workflow.
alter table deployment add column side int not null default 1;
alter table deployment add column next_side int; -- set: an update is being set up there

alter table port_lease add column side int not null default 1;
drop index port_lease_deployment_id_service_container_port_idx;
-- loosens: the same service port may have a lease on each side
create unique index port_lease_of_service on port_lease (deployment_id, service, container_port, side) where state = 'leased';

alter table subnet_lease add column side int not null default 1;
drop index subnet_lease_node_id_deployment_id_idx;
-- loosens: an app may have a subnet on each side
create unique index subnet_lease_of_deployment on subnet_lease (node_id, deployment_id, side) where state = 'leased';

-- Set: the platform itself takes the change back, and why, in a sentence for the customer.
alter table operation add column taken_back text;
