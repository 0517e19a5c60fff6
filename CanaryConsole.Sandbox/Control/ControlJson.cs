using System.Text.Json;

namespace CanaryConsole.Sandbox.Control;

internal static class ControlJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web) { WriteIndented = true };
}
