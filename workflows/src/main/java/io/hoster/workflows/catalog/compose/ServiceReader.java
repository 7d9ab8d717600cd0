package io.hoster.workflows.catalog.compose;

import io.hoster.workflows.deployment.ServicePlan;
import io.hoster.workflows.deployment.ServicePlan.MountSpec;
import java.util.List;
import java.util.SortedSet;

/**
 * Reads one service.
 *
 * @param services the names of all services of the file
 * @param networks the declared networks
 */
record ServiceReader(
    SortedSet<String> services,
    VolumeNames volumes,
    List<String> networks,
    DeclaredFiles files,
    VariableLookup variables,
    Shapes shapes) {

  ServicePlan read(String name, At service) {
    shapes.fields(service);
    Section.SERVICE.check(service, shapes.findings());
    Plain plain = new Plain(service, shapes);
    plain.checkDropped();
    Limits limits = Limits.read(service, shapes);
    List<MountSpec> mounts = new Mounts(name, volumes, shapes).read(service);
    NetworkUse use = NetworkUse.read(service, networks, shapes);
    return new ServicePlan(
        name,
        plain.image(),
        Commands.read(service, "command", shapes),
        Commands.read(service, "entrypoint", shapes),
        new EnvironmentReader(variables, shapes).read(service),
        Ports.read(service, shapes),
        mounts,
        use.networks(),
        new Dependencies(services, shapes).read(service),
        HealthChecks.read(service, shapes),
        limits.nanoCpus(),
        limits.memoryBytes(),
        limits.pids(),
        plain.flag("read_only"),
        plain.user(),
        plain.workingDir(),
        plain.flag("init"),
        plain.stopSignal(),
        plain.stopGrace(),
        use.aliases(),
        FileUses.read(service, files, mounts, shapes),
        Wished.read(service, limits.memoryBytes(), shapes));
  }
}
