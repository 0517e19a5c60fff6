using System.Globalization;

namespace CanaryConsole.Sandbox.Faults;

/// <summary>The values of a fault after they were checked against its fields.</summary>
internal sealed record FaultValues(IReadOnlyDictionary<string, string> Texts)
{
    public string this[string name] => Texts[name];

    public string? Optional(string name) => Texts.GetValueOrDefault(name);

    public double Number(string name) => double.Parse(Texts[name], NumberStyles.Float, CultureInfo.InvariantCulture);

    public TimeSpan Seconds(string name) => TimeSpan.FromSeconds(Number(name));
}
