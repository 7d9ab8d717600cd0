package io.hoster.ui.operations;

import io.hoster.ui.security.WebRole;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Describes the API as OpenAPI 3.1, made from the controllers. */
@WebRole
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

  private static final String TOKEN = "token";
  private static final String DESCRIPTION =
      """
      Deploy, run and watch apps. Times are RFC 3339 in UTC, money is in minor units, sizes are in bytes. What takes \
      longer than the request answers 202 with the resource and its status. A POST or DELETE with an Idempotency-Key \
      is done once in 24 hours. Errors are application/problem+json with a stable code.\
      """;

  @Bean
  OpenAPI hosterApi() {
    return new OpenAPI()
        .info(new Info().title("Hoster API").version("1").description(DESCRIPTION))
        .servers(List.of(new Server().url("/").description("This installation")))
        .components(
            new Components()
                .addSecuritySchemes(
                    TOKEN,
                    new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .description("A token of the account: hst_…")))
        .addSecurityItem(new SecurityRequirement().addList(TOKEN));
  }

  /** Names as the API's JSON writes them. */
  @Bean
  OpenApiCustomizer jsonNames() {
    return new JsonNames();
  }

  @Bean
  OpenApiCustomizer problemAnswers() {
    return new ProblemAnswers();
  }
}
