package io.hoster.store.deployment;

/** A port on the node that leads to a service's port. */
public record PortRow(String service, int containerPort, int nodePort) {}
