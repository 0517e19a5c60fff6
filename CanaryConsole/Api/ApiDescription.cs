using Microsoft.OpenApi.Models;

namespace CanaryConsole.Api;

/// <summary>The API described by itself, at /openapi/v1.json.</summary>
internal static class ApiDescription
{
    public static void AddApiDescription(this IServiceCollection services) => services.AddOpenApi("v1", openApi =>
    {
        openApi.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "CanaryConsole";
            document.Info.Version = "v1";
            document.Info.Description = "Rollouts of machine-learning models on SageMaker endpoints. Errors are problem details (RFC 9457) that name the field at fault.";
            return Task.CompletedTask;
        });
        openApi.AddOperationTransformer((operation, context, _) =>
        {
            operation.RequestBody?.Content.Remove(Writes.AnyKind);
            if (context.Description.ActionDescriptor.EndpointMetadata.OfType<Idempotent>().Any())
            {
                (operation.Parameters ??= []).Add(KeyParameter());
            }

            return Task.CompletedTask;
        });
    });

    private static OpenApiParameter KeyParameter() => new()
    {
        Name = Idempotency.KeyHeader,
        In = ParameterLocation.Header,
        Description = $"1 to {Idempotency.LongestKey} visible ASCII characters. A repeat of the same request under the same key gets the first answer again.",
        Schema = new OpenApiSchema { Type = "string", MaxLength = Idempotency.LongestKey },
    };
}
