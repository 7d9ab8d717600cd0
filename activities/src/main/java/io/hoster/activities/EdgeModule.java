package io.hoster.activities;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** What a process with the role {@code edge} has. */
@AutoConfiguration
@ConditionalOnBooleanProperty("hoster.role.edge")
@ComponentScan(
    nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
    value = "io.hoster.activities.caddy")
public class EdgeModule {}
