using System.Text.Json;
using CanaryConsole.Sandbox.Faults;

namespace CanaryConsole.Sandbox.Control;

/// <summary>Faults between their own words and those of the control API.</summary>
internal static class FaultTranslation
{
    public static IReadOnlyList<FaultOffer> Offers { get; } = [.. FaultKinds.All.Select(Offer)];

    public static FaultInForce InForce(ActiveFault fault) => new(
        fault.Id, fault.Order.Kind.Name, fault.Order.Kind.Title, fault.Order.Kind.Effect, fault.Order.Values, fault.Since, fault.Until, fault.Refused);

    /// <summary>Reads <c>{"kind": "throttle", "operation": "DescribeEndpoint", "rate": 0.5}</c>.</summary>
    /// <exception cref="FormatException">One sentence that says what is wrong.</exception>
    public static FaultOrder Read(ReadOnlyMemory<byte> body)
    {
        var members = Members(body);
        if (!members.Remove("kind", out var kind))
        {
            throw new FormatException("A fault needs its kind, as in {\"kind\": \"throttle\", \"operation\": \"DescribeEndpoint\", \"rate\": 0.5}.");
        }

        return FaultParser.Read(kind, members);
    }

    private static Dictionary<string, string> Members(ReadOnlyMemory<byte> body)
    {
        try
        {
            var members = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var (name, value) in JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(body.Span, ControlJson.Options) ?? [])
            {
                switch (value.ValueKind)
                {
                    case JsonValueKind.String:
                        members[name] = value.GetString()!;
                        break;
                    case JsonValueKind.Number:
                        members[name] = value.GetRawText();
                        break;
                    case JsonValueKind.Null:
                        break;
                    default:
                        throw new FormatException($"The value of {name} must be a text or a number.");
                }
            }

            return members;
        }
        catch (JsonException exception)
        {
            throw new FormatException("The request body must be a JSON object, as in {\"kind\": \"throttle\", \"rate\": 0.5}.", exception);
        }
    }

    private static FaultOffer Offer(FaultKind kind) => new(kind.Group, kind.Name, kind.Title, kind.Effect, [.. kind.Fields.Append(FaultKinds.Lasting).Select(Field)]);

    private static FaultOfferField Field(FaultField field) => new(
        field.Name,
        field.Type.ToString().ToLowerInvariant(),
        field.Meaning,
        field.IsRequired,
        Finite(field.Above),
        Finite(field.Minimum),
        Finite(field.Maximum),
        field.Suggestion,
        field.Choices);

    private static double? Finite(double bound) => double.IsFinite(bound) ? bound : null;
}
