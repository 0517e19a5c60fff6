using CanaryConsole.Core;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Core.Waves;
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
                operation.Parameters.Add(ActorParameter());
            }

            return Task.CompletedTask;
        });
        openApi.AddSchemaTransformer((schema, context, _) =>
        {
            Describe(schema, Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type);
            return Task.CompletedTask;
        });
    });

    /// <summary>Types with a converter of their own: the generator cannot see how they are written.</summary>
    private static void Describe(OpenApiSchema schema, Type type)
    {
        if (type == typeof(Percentage))
        {
            (schema.Type, schema.Format, schema.Minimum, schema.Maximum) = ("number", "double", 0, 1);
        }
        else if (type == typeof(RolloutId) || type == typeof(WaveId))
        {
            schema.Type = "string";
        }
    }

    private static OpenApiParameter ActorParameter() => new()
    {
        Name = Caller.Header,
        In = ParameterLocation.Header,
        Description = $"Who asks, for the log: 1 to {ActorName.Longest} printable characters, \"{ConsoleApi.Actor}\" without it. Claimed and not proven, until sign-in exists.",
        Schema = new OpenApiSchema { Type = "string", MaxLength = ActorName.Longest },
    };

    private static OpenApiParameter KeyParameter() => new()
    {
        Name = Idempotency.KeyHeader,
        In = ParameterLocation.Header,
        Description = $"1 to {Idempotency.LongestKey} visible ASCII characters. A repeat of the same request under the same key gets the first answer again.",
        Schema = new OpenApiSchema { Type = "string", MaxLength = Idempotency.LongestKey },
    };
}
