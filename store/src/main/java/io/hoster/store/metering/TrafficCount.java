package io.hoster.store.metering;

import io.hoster.workflows.deployment.DeploymentId;
import java.time.Instant;

/**
 * What one deployment served in one minute, or a part of it.
 *
 * @param minute its start
 * @param errors answers of 500 and above
 * @param upgrades requests that became a WebSocket; they are no part of {@code responseMillis}
 * @param responseMillis sum over all other requests
 */
public record TrafficCount(
    DeploymentId deployment,
    Instant minute,
    long requests,
    long errors,
    long upgrades,
    double responseMillis,
    long bytesIn,
    long bytesOut) {}
