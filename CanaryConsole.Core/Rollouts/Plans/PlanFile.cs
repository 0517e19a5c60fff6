using System.Text.Json;
using CanaryConsole.Core.Shapes;
using CanaryConsole.Core.Yaml;

namespace CanaryConsole.Core.Rollouts.Plans;

/// <summary>Plans as YAML files: the members of <see cref="RolloutRequest"/> under the API's names.</summary>
public static class PlanFile
{
    /// <summary>A file that reads back as the same request. Members that were not given are left out, and so is an endpoint left open.</summary>
    public static string Write(RolloutRequest request) => YamlWriter.Write(Members(request));

    /// <summary>The same as JSON.</summary>
    public static JsonElement Members(RolloutRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var members = JsonSerializer.SerializeToNode(request, CoreJson.Options)!.AsObject();
        if (request.Endpoint.Length == 0)
        {
            members.Remove("endpoint");
        }

        return members.Deserialize<JsonElement>();
    }

    /// <param name="open">True where the endpoint may be left out: a template, or a wave's plan.</param>
    public static PlanReading Read(string text, bool open = false)
    {
        var document = YamlDocument.Read(text);
        RolloutRequest? request = null;
        var fault = document as YamlReading.Faulty
            ?? YamlDocument.TryRead((YamlReading.Read)document, open ? PlanShape.Open : StrictJson.Options, out request);
        return fault is null
            ? new PlanReading.Read(request!, ((YamlReading.Read)document).Lines)
            : new PlanReading.Faulty(fault.Line, fault.Field, fault.Sentence);
    }
}
