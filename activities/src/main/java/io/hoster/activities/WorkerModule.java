package io.hoster.activities;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** What a process with the role {@code worker} has; {@code web} alone holds none of it. */
@AutoConfiguration
@ConditionalOnBooleanProperty("hoster.role.worker")
@ComponentScan(
    nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
    value = {
      "io.hoster.activities.deployment",
      "io.hoster.activities.docker",
      "io.hoster.activities.log",
      "io.hoster.activities.mail",
      "io.hoster.activities.node",
      "io.hoster.activities.notice",
      "io.hoster.activities.campaign",
      "io.hoster.activities.tenant",
      "io.hoster.activities.worker"
    })
public class WorkerModule {}
