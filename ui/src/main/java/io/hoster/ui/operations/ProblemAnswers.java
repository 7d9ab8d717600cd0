package io.hoster.ui.operations;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;

/** Adds to each operation that its other answers are problems. */
final class ProblemAnswers implements OpenApiCustomizer {

  private static final String NAME = "Problem";

  @Override
  public void customise(OpenAPI api) {
    api.getComponents().addSchemas(NAME, problem());
    if (api.getPaths() != null) {
      api.getPaths()
          .values()
          .forEach(path -> path.readOperations().forEach(ProblemAnswers::addProblem));
    }
  }

  private static void addProblem(Operation operation) {
    operation
        .getResponses()
        .addApiResponse(
            "default",
            new ApiResponse()
                .description("Why not, and what to do")
                .content(
                    new Content()
                        .addMediaType(
                            "application/problem+json",
                            new MediaType()
                                .schema(new Schema<>().$ref("#/components/schemas/" + NAME)))));
  }

  private static Schema<?> problem() {
    Schema<?> field =
        new ObjectSchema()
            .addProperty("pointer", new StringSchema().description("A JSON pointer"))
            .addProperty("code", new StringSchema())
            .addProperty("message", new StringSchema());
    return new ObjectSchema()
        .addProperty("type", new StringSchema())
        .addProperty("title", new StringSchema())
        .addProperty("status", new IntegerSchema())
        .addProperty("detail", new StringSchema().description("A sentence for people"))
        .addProperty("code", new StringSchema().description("Stable, such as plan_limit"))
        .addProperty("request_id", new StringSchema())
        .addProperty("errors", new ArraySchema().items(field))
        .required(List.of("type", "title", "status", "detail", "code"));
  }
}
