using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CanaryConsole.Core.Shapes;

namespace CanaryConsole.Core.Rollouts.Plans;

/// <summary>How a plan is read where its endpoint may be left open: in a template, and in a wave.</summary>
public static class PlanShape
{
    /// <summary>The strict options, with an endpoint that is not there read as an empty one.</summary>
    public static JsonSerializerOptions Open { get; } = StrictJson.With(LeaveEndpointOpen);

    private static void LeaveEndpointOpen(JsonTypeInfo type)
    {
        if (type.Type != typeof(RolloutRequest))
        {
            return;
        }

        type.CreateObject = () => new RolloutRequest { Endpoint = "" };
        foreach (var endpoint in type.Properties.Where(property => property.Name == "endpoint"))
        {
            endpoint.IsRequired = false;
        }
    }
}
