package io.hoster.ui.engine;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the workflow engine is.
 *
 * @param temporalAddress host:port
 * @param temporalNamespace where this installation's workflows run
 */
@ConfigurationProperties("hoster")
record EngineSettings(
    @DefaultValue("127.0.0.1:7233") String temporalAddress,
    @DefaultValue("hoster") String temporalNamespace) {}
