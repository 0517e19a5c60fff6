using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.CloudWatch.Model;

public sealed class Entity
{
    [Items(2, 4), Length(1, 32, Of = Part.Keys), Length(1, 2048, Of = Part.Values)]
    public Dictionary<string, string>? KeyAttributes { get; set; }

    [Items(0, 10), Length(1, 256, Of = Part.Keys), Length(1, 2048, Of = Part.Values)]
    public Dictionary<string, string>? Attributes { get; set; }
}
