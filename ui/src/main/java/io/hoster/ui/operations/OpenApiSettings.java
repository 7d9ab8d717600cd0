package io.hoster.ui.operations;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;

/** Where the API's description is served; in processes without the role web nowhere. */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:io/hoster/ui/operations/openapi.properties")
class OpenApiSettings {}
