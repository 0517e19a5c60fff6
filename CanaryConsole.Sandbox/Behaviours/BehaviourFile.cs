using System.Text.Json;
using System.Text.Json.Serialization;

namespace CanaryConsole.Sandbox.Behaviours;

/// <summary>Behaviours written down as JSON: a list of them in a file, or one in a model's environment.</summary>
internal static class BehaviourFile
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    /// <exception cref="SandboxStartException">The file is missing or says something else.</exception>
    public static IReadOnlyList<BehaviourOptions> Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<List<BehaviourOptions>>(File.ReadAllText(path), Json) ?? [];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or JsonException)
        {
            throw new SandboxStartException(
                $"--behaviours names '{path}', which cannot be read ({exception.Message.TrimEnd('.')}): give a JSON list as in "
                + """[{"model": "media-ranker/13", "p50": "00:00:00.020", "p99": "00:00:00.060", "errorRate": 0.001}].""",
                exception);
        }
    }

    /// <exception cref="JsonException">The text says something else.</exception>
    public static BehaviourOptions Parse(string text) => JsonSerializer.Deserialize<BehaviourOptions>(text, Json) ?? new BehaviourOptions();
}
